import type { Metadata } from 'next';
import { EntryListScreen } from '#components/reference/entries/entry-list-screen.tsx';
import { SETTING_LIST } from '#components/reference/settings/setting-list.ts';

export const metadata: Metadata = { title: `${SETTING_LIST.title} · Reference` };

export default function Page() {
  return <EntryListScreen list={SETTING_LIST} />;
}
