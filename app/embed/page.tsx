import type { Metadata } from 'next';
import { EmbedScreen } from '#components/share/embed-screen.tsx';

export const metadata: Metadata = { title: 'Shared', robots: { index: false } };

export default function Page() {
  return <EmbedScreen />;
}
