import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryScreen } from '#components/reference/entries/entry-screen.tsx';
import { SETTING_LIST } from '#components/reference/settings/setting-list.ts';

/** Any other address is no page. */
export const dynamicParams = false;
export const generateStaticParams = () => SETTING_LIST.entries.map(({ id }) => ({ setting: id }));

interface Props {
  readonly params: Promise<{ readonly setting: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = entryOf((await params).setting);
  return { title: entry ? `${entry.title} · Reference` : 'Page not found' };
}

export default async function Page({ params }: Props) {
  const entry = entryOf((await params).setting);
  if (!entry) notFound();
  return <EntryScreen list={SETTING_LIST} entry={entry} />;
}

function entryOf(id: string) {
  return SETTING_LIST.entries.find((entry) => entry.id === id);
}
