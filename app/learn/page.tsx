import type { Metadata } from 'next';
import { LearnScreen } from '#components/learn/start/learn-screen.tsx';

export const metadata: Metadata = { title: 'Learn' };

export default function Page() {
  return <LearnScreen />;
}
