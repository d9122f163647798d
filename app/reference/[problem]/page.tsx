import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { problemGroups } from '#components/reference/problem-groups.ts';
import { problemPage } from '#components/reference/problem-page.ts';
import { ProblemScreen } from '#components/reference/problem-screen.tsx';

/** Any other address is no page. */
export const dynamicParams = false;
export const generateStaticParams = () =>
  problemGroups.flatMap(({ problems }) => problems).map((problem) => ({ problem }));

interface Props {
  readonly params: Promise<{ readonly problem: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = problemPage((await params).problem);
  return { title: page ? `${page.title} · Reference` : 'Page not found' };
}

export default async function Page({ params }: Props) {
  const page = problemPage((await params).problem);
  if (!page) notFound();
  return <ProblemScreen page={page} />;
}
