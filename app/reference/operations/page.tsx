import type { Metadata } from 'next';
import { EntryListScreen } from '#components/reference/entries/entry-list-screen.tsx';
import { OPERATION_LIST } from '#components/reference/operations/operation-list.ts';

export const metadata: Metadata = { title: `${OPERATION_LIST.title} · Reference` };

export default function Page() {
  return <EntryListScreen list={OPERATION_LIST} />;
}
