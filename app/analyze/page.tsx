import type { Metadata } from 'next';
import { AnalyzeScreen } from '#components/analyze/analyze-screen.tsx';
import { PrepareAnalysis } from '#components/analyze/prepare-analysis.tsx';

export const metadata: Metadata = { title: 'Analyze' };

export default function Page() {
  return (
    <>
      <AnalyzeScreen />
      <PrepareAnalysis />
    </>
  );
}
