import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SCENARIO_PAGES, scenarioPage } from '#components/learn/player/scenario-page.ts';
import { ScenarioScreen } from '#components/learn/player/scenario-screen.tsx';

/** Any other address is no page. */
export const dynamicParams = false;
export const generateStaticParams = () => SCENARIO_PAGES.map(({ id }) => ({ scenario: id }));

interface Props {
  readonly params: Promise<{ readonly scenario: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = scenarioPage((await params).scenario);
  return { title: page ? `${page.title} · Learn` : 'Page not found' };
}

export default async function Page({ params }: Props) {
  const page = scenarioPage((await params).scenario);
  if (!page) notFound();
  return <ScenarioScreen page={page} />;
}
