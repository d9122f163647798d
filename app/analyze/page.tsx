import type { Metadata } from 'next';
import { AnalyzeScreen } from '#components/analyze/analyze-screen.tsx';

export const metadata: Metadata = { title: 'Analyze' };

export default function Page() {
  return <AnalyzeScreen />;
}
