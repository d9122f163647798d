import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CONTAINER_LIST } from '#components/reference/containers/container-list.ts';
import { EntryScreen } from '#components/reference/entries/entry-screen.tsx';

/** Any other address is no page. */
export const dynamicParams = false;
export const generateStaticParams = () => CONTAINER_LIST.entries.map(({ id }) => ({ container: id }));

interface Props {
  readonly params: Promise<{ readonly container: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = entryOf((await params).container);
  return { title: entry ? `${entry.title} · Reference` : 'Page not found' };
}

export default async function Page({ params }: Props) {
  const entry = entryOf((await params).container);
  if (!entry) notFound();
  return <EntryScreen list={CONTAINER_LIST} entry={entry} />;
}

function entryOf(id: string) {
  return CONTAINER_LIST.entries.find((entry) => entry.id === id);
}
