import type { Metadata } from 'next';
import { ReferenceScreen } from '#components/reference/reference-screen.tsx';

export const metadata: Metadata = { title: 'Reference' };

export default function Page() {
  return <ReferenceScreen />;
}
