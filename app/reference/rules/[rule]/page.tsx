import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { ruleEntries, rulePage } from '#components/reference/rules/rule-entry.ts';
import { RuleScreen } from '#components/reference/rules/rule-screen.tsx';

/** Any other address is no page. */
export const dynamicParams = false;
export const generateStaticParams = () =>
  ruleEntries().flatMap(({ id, name }) => [{ rule: name }, { rule: id }]);

interface Props {
  readonly params: Promise<{ readonly rule: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = rulePage((await params).rule);
  return { title: page ? `${page.title} · Reference` : 'Page not found' };
}

export default async function Page({ params }: Props) {
  const { rule } = await params;
  const page = rulePage(rule);
  if (!page) notFound();
  if (page.name !== rule) permanentRedirect(`/reference/rules/${page.name}`);
  return <RuleScreen page={page} />;
}
