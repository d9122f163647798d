import type { Metadata } from 'next';
import { CONTAINER_LIST } from '#components/reference/containers/container-list.ts';
import { EntryListScreen } from '#components/reference/entries/entry-list-screen.tsx';

export const metadata: Metadata = { title: `${CONTAINER_LIST.title} · Reference` };

export default function Page() {
  return <EntryListScreen list={CONTAINER_LIST} />;
}
