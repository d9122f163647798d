import type { Metadata } from 'next';
import { TablesScreen } from '#components/reference/tables-screen.tsx';

export const metadata: Metadata = { title: 'Tables and views · Reference' };

export default function Page() {
  return <TablesScreen />;
}
