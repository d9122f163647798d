import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryScreen } from '#components/reference/entries/entry-screen.tsx';
import { OPERATION_LIST } from '#components/reference/operations/operation-list.ts';

/** Any other address is no page. */
export const dynamicParams = false;
export const generateStaticParams = () => OPERATION_LIST.entries.map(({ id }) => ({ operation: id }));

interface Props {
  readonly params: Promise<{ readonly operation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = entryOf((await params).operation);
  return { title: entry ? `${entry.title} · Reference` : 'Page not found' };
}

export default async function Page({ params }: Props) {
  const entry = entryOf((await params).operation);
  if (!entry) notFound();
  return <EntryScreen list={OPERATION_LIST} entry={entry} />;
}

function entryOf(id: string) {
  return OPERATION_LIST.entries.find((entry) => entry.id === id);
}
