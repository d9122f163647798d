import type { Metadata } from 'next';
import { SharedScreen } from '#components/share/shared-screen.tsx';

export const metadata: Metadata = { title: 'Shared' };

export default function Page() {
  return <SharedScreen />;
}
