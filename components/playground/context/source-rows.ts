import { formatBytes, formatShare, plural } from '#lib/base/format.ts';
import { plainPath } from '#lib/plan/analyze/sources.ts';
import type { Catalog, CatalogSource } from '#lib/plan/settings.ts';
import type { SourceView } from '#lib/pyspark/view/program-sources.ts';

/** A source that the program reads or that somebody has told about. */
export interface SourceRow {
  readonly name: string;
  readonly isRead: boolean;
  /** What was told, under its name in the catalog. */
  readonly told: { readonly name: string; readonly source: CatalogSource } | undefined;
  readonly facts: string;
}

/** What the program reads, in its order, then what it does not read. */
export function sourceRows(sources: readonly SourceView[], catalog: Catalog): readonly SourceRow[] {
  const entries = Object.entries(catalog).map(([name, source]) => ({ name, source }));
  const toldOf = (read: string) => entries.find(({ name }) => plainPath(name) === plainPath(read));
  const read = sources.map((view): SourceRow => {
    const told = toldOf(view.source);
    return { name: view.source, isRead: true, told, facts: factsOf(view, told?.source) };
  });
  const used = new Set(read.map(({ told }) => told?.name));
  const others = entries
    .filter(({ name }) => !used.has(name))
    .map((told): SourceRow => {
      const { format, columns, bytes } = told.source;
      const view = { source: told.name, format, columns: columns.length || undefined, bytes };
      return { name: told.name, isRead: false, told, facts: factsOf(view, told.source) };
    });
  return [...read, ...others];
}

function factsOf({ format, columns, bytes }: SourceView, told: CatalogSource | undefined): string {
  return [
    format,
    columns === undefined ? 'columns not known' : plural(columns, 'column'),
    bytes === undefined ? 'size not known' : formatBytes(bytes),
    ...(told?.files === undefined ? [] : [plural(told.files, 'file')]),
    ...(told?.rows === undefined ? [] : [plural(told.rows, 'row')]),
    ...(told?.skew ?? []).map(({ column, share }) => `${column} skewed: ${formatShare(share)}`),
  ].join(' · ');
}
