import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { describedTables, describedViews } from '#components/reference/described-tables.ts';
import { TableScreen } from '#components/reference/table-screen.tsx';

const described = [...describedTables, ...describedViews];

/** Any other address is no page. */
export const dynamicParams = false;
export const generateStaticParams = () => described.map(({ name }) => ({ table: name }));

interface Props {
  readonly params: Promise<{ readonly table: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).table} · Tables and views` };
}

export default async function Page({ params }: Props) {
  const { table } = await params;
  const found = described.find(({ name }) => name === table);
  if (!found) notFound();
  return <TableScreen described={found} />;
}
