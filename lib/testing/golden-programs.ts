import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { PredictedAction } from '#lib/plan/prediction.ts';
import type { Catalog } from '#lib/plan/settings.ts';

/** The programs of golden/predict, and what real Spark did with them. */

const FOLDER = fileURLToPath(new URL('../../golden/predict/', import.meta.url));

export interface TrueAction {
  readonly file: string;
  /** First and last line of the statement. */
  readonly stmt: readonly [number, number];
  readonly method: string;
  readonly off: Outcome;
  readonly on: Outcome;
  readonly lineage: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

export interface Outcome {
  readonly exchanges: readonly (readonly [kind: string, partitions: number, keys: readonly string[]])[];
  readonly joins: readonly (readonly [type: string, joinType: string, buildSide: string | null])[];
  readonly jobs: number;
  readonly stages: number;
}

export const GOLDEN_CATALOG = json<Catalog>('catalog.json');
export const GOLDEN_CONFS = json<Readonly<Record<string, Readonly<Record<string, string>>>>>('confs.json');
export const GOLDEN_TRUTH = JSON.parse(
  gunzipSync(readFileSync(`${FOLDER}truth.json.gz`)).toString(),
) as Readonly<Record<'3.5' | '4.3', Readonly<Record<string, readonly TrueAction[]>>>>;

/** The program's files by name, and which one is run. */
export function goldenProgram(id: string): {
  readonly sources: ReadonlyMap<string, { readonly text: string }>;
  readonly main: string;
} {
  const read = (path: string) => ({ text: readFileSync(path, 'utf8') });
  const folder = `${FOLDER}programs/${id}`;
  if (!statSync(folder, { throwIfNoEntry: false })) {
    return { sources: new Map([[`${id}.py`, read(`${folder}.py`)]]), main: `${id}.py` };
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return { sources: new Map(files.map((name) => [name, read(`${folder}/${name}`)])), main: 'main.py' };
}

/** The first predicted action that is the true one: same method, its line in the statement, after the one before. */
export function paired(
  truth: readonly TrueAction[],
  predicted: readonly PredictedAction[],
): readonly (readonly [TrueAction, PredictedAction | undefined])[] {
  let next = 0;
  return truth.map((action) => {
    const at = predicted.findIndex((each, i) => i >= next && isThat(each, action));
    if (at >= 0) next = at + 1;
    return [action, predicted[at]];
  });
}

/** What is not as it was: names of figures, as the score card has them. */
export function differences(truth: Outcome, predicted: PredictedAction): readonly string[] {
  const exchanges = predicted.exchanges.filter(({ reused }) => !reused);
  const trueKinds = truth.exchanges.map(([kind, partitions]) => `${kind} ${partitionsOf(kind, partitions)}`);
  const kinds = exchanges.map(({ kind, numPartitions }) => `${kind} ${partitionsOf(kind, numPartitions)}`);
  const trueKeys = truth.exchanges.map(([kind, , keys]) => keyText(kind, keys));
  const keys = exchanges.map(({ kind, keys: of }) => keyText(kind, of));
  const joins = predicted.joins.map(({ type, joinType, buildSide }) => `${type} ${joinType} ${buildSide}`);
  return [
    ...(same(trueKinds, kinds) ? [] : ['exchanges']),
    ...(same(trueKeys, keys) ? [] : ['keys']),
    ...(same(truth.joins.map((join) => join.join(' ')).map(withNull), joins) ? [] : ['joins']),
    ...(truth.jobs === predicted.jobs ? [] : ['jobs']),
    ...(truth.stages === predicted.stages ? [] : ['stages']),
  ];
}

/** Source columns that are missing or too many; leaves that are no table count neither way. */
export function lineageDifferences(truth: TrueAction, predicted: PredictedAction): readonly string[] {
  const flat = (lineage: TrueAction['lineage']) =>
    Object.entries(lineage).flatMap(([column, sources]) =>
      sources
        .filter(([source]) => !source.startsWith('<'))
        .map((source) => `${column} <- ${source.join('.')}`),
    );
  const [wanted, got] = [new Set(flat(truth.lineage)), new Set(flat(predicted.lineage))];
  return [
    ...[...wanted].filter((each) => !got.has(each)).map((each) => `missing ${each}`),
    ...[...got].filter((each) => !wanted.has(each)).map((each) => `too many ${each}`),
  ];
}

function isThat({ line, method, file }: PredictedAction, action: TrueAction): boolean {
  const [first, last] = action.stmt;
  return (
    method === action.method && first <= line && line <= last && (file === undefined || file === action.file)
  );
}

function partitionsOf(kind: string, partitions: number): number {
  return kind === 'broadcast' ? 1 : partitions;
}

/** Spark's order of hash keys is not always the code's; qualifiers and blanks say nothing. */
function keyText(kind: string, keys: readonly string[]): string {
  if (kind === 'broadcast') return kind;
  const plain = keys.map((key) =>
    key
      .replace(/[`\s]/g, '')
      .toLowerCase()
      .replace(/\b[a-z_]\w*\.(?=[a-z_])/g, ''),
  );
  return `${kind} ${(kind === 'range' ? plain : plain.toSorted()).join(', ')}`;
}

function withNull(join: string): string {
  return join.endsWith(' ') ? `${join}null` : join;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join('\n') === b.toSorted().join('\n');
}

function json<T>(name: string): T {
  return JSON.parse(readFileSync(FOLDER + name, 'utf8')) as T;
}
