import type { Metadata } from 'next';
import { OwnRunScreen } from '#components/learn/own-run/own-run-screen.tsx';

export const metadata: Metadata = { title: 'Predict, then look' };

export default function Page() {
  return <OwnRunScreen />;
}
