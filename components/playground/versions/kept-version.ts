import type { Project } from '../worker/protocol.ts';

/** A program as it was when somebody kept it. */
export interface KeptVersion {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly title: string;
  readonly project: Project;
}

/** A name that none of the versions has: `Version 3`. */
export function nextName(versions: readonly Pick<KeptVersion, 'name'>[]): string {
  const names = new Set(versions.map(({ name }) => name));
  let number = versions.length + 1;
  while (names.has(`Version ${number}`)) number++;
  return `Version ${number}`;
}

/** A file in two versions; "" where one of them has none. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Files whose text is not the same, by path. */
export function changedFiles(before: Project['files'], after: Project['files']): readonly ChangedFile[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths
    .map((path) => ({ path, before: before.get(path) ?? '', after: after.get(path) ?? '' }))
    .filter((file) => file.before !== file.after);
}

/** Settings, cores, Spark and sources that are not the same, in words. */
export function changedContext(before: Project, after: Project): readonly string[] {
  const keys = [...new Set([...Object.keys(before.settings.conf), ...Object.keys(after.settings.conf)])];
  const values = (name: string, first: string, second: string): readonly string[] =>
    first === second ? [] : [`${name}: ${first} before, ${second} now`];
  const standard = 'Spark’s default';
  return [
    ...values('Spark', before.settings.spark, after.settings.spark),
    ...values('Cores', String(before.settings.cores), String(after.settings.cores)),
    ...keys
      .toSorted()
      .flatMap((key) =>
        values(key, before.settings.conf[key] ?? standard, after.settings.conf[key] ?? standard),
      ),
    ...(JSON.stringify(before.catalog) === JSON.stringify(after.catalog)
      ? []
      : ['What is known of the sources is not the same']),
  ];
}
