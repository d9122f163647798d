import type { SettingRow } from '#lib/tables/queries/setting-list.ts';

/** The settings of a source ("all" for every one) with the text in their name or value. */
export function filterSettings(
  settings: readonly SettingRow[],
  source: string,
  text: string,
): readonly SettingRow[] {
  const wanted = text.trim().toLowerCase();
  return settings.filter(
    (setting) =>
      (source === 'all' || setting.source === source) &&
      `${setting.name} ${setting.value ?? ''}`.toLowerCase().includes(wanted),
  );
}

/** The sources that are there, in the order of the rows, with how many settings each has. */
export function settingSources(settings: readonly SettingRow[]) {
  const counts = new Map<string, number>();
  for (const { source } of settings) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [
    { kind: 'all', label: 'all', count: settings.length },
    ...[...counts].map(([kind, count]) => ({ kind, label: kind, count })),
  ];
}
