import { PrepareAnalysis } from '#components/analyze/prepare-analysis.tsx';
import { Landing } from '#components/landing/landing.tsx';

export default function Page() {
  return (
    <>
      <Landing />
      <PrepareAnalysis />
    </>
  );
}
