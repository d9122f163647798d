import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import { GOLDEN_CATALOG, GOLDEN_CONFS, GOLDEN_TRUTH, goldenProgram } from '#lib/testing/golden-programs.ts';
import type { PredictOptions, Sources } from '../predict.ts';
import { type ReadProject, readProject } from '../predict-program.ts';
import { applyEdits, offsetAfter } from './apply-edits.ts';
import { argumentsOf } from './argument-form.ts';
import { editProject } from './edit-project.ts';
import { type GraphEdit, JOIN_HINTS, JOIN_HOWS, type NewOperation, type SourceEdit } from './graph-edit.ts';
import { type InsertionSpot, insertionSpots } from './insertion-spots.ts';
import { operationsOf } from './operation-graph.ts';
import { optionsFor } from './testing.ts';

/**
 * Edits of any kind at any place of the golden programs. What comes out is judged by the plans of the new text alone, which
 * know nothing of the graph that the edits themselves are checked by.
 */

interface Opened {
  readonly id: string;
  readonly sources: Sources;
  readonly main: string;
  readonly options: PredictOptions;
  readonly read: ReadProject;
}

const opened = await Promise.all(
  Object.keys(GOLDEN_TRUTH['4.3']).map(async (id): Promise<Opened> => {
    const { sources, main } = goldenProgram(id);
    const base = optionsFor(GOLDEN_CATALOG);
    const options = { ...base, settings: { ...base.settings, conf: GOLDEN_CONFS[id] ?? {} } };
    return { id, sources, main, options, read: await readProject(sources, main, options, { calls: true }) };
  }),
);

/** Where the column is not there, they leave no trace in a plan. */
const MAY_DO_NOTHING = /^(drop|withColumns?Renamed)$/;

type Kind = GraphEdit['kind'];
type Pick = <T>(from: readonly T[]) => T;

/** So many of the edits that are tried must be made, of each kind: a test of refusals alone would say nothing. */
const LEAST_MADE: Readonly<Record<Kind, number>> = {
  delete: 10,
  insert: 20,
  move: 10,
  arguments: 10,
  hint: 10,
  cache: 20,
  uncache: 1,
  'join-type': 5,
  'swap-join': 5,
};

describe('after an edit of the graph of a golden program', () => {
  for (const kind of Object.keys(LEAST_MADE) as Kind[]) {
    it(`the new text gives the intended plans: ${kind}`, async () => {
      const programs = new Map(opened.map((each) => [each.id, each] as const));
      const ids = opened.flatMap(({ id, read }) => (candidates(read, kind).length > 0 ? [id] : []));
      let made = 0;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ids), fc.infiniteStream(fc.nat()), async (id, numbers) => {
          const program = programs.get(id)!;
          const pick: Pick = (from) => from[numbers.next().value! % from.length]!;
          const start = kind === 'move' ? await withFilter(program, pick) : program;
          const edit = start && drawn(start.read, kind, pick);
          if (edit && (await holds(start, edit))) made++;
        }),
        { seed: 11, numRuns: 60 },
      );
      expect(made).toBeGreaterThanOrEqual(LEAST_MADE[kind]);
    }, 60_000);
  }
});

/** The program with one more filter, which may go far: the golden programs have few operations that could stand elsewhere. */
async function withFilter(program: Opened, pick: Pick): Promise<Opened | undefined> {
  const { sources, main, options, read } = program;
  const operation: NewOperation = { method: 'filter', condition: { sql: '1 = 1' } };
  const edit: GraphEdit = {
    kind: 'insert',
    after: pick(candidates(read, 'insert')),
    operation,
    alsoOthers: true,
  };
  const answer = await editProject(sources, main, options, edit, read);
  if (!answer.ok) return undefined;
  const changed = applyEdits(sources, answer.edits);
  return { ...program, sources: changed, read: await readProject(changed, main, options, { calls: true }) };
}

/** Makes the edit and looks at what it did; false where it was refused. */
async function holds({ sources, main, options, read }: Opened, edit: GraphEdit): Promise<boolean> {
  const answer = await editProject(sources, main, options, edit, read);
  if (!answer.ok) {
    expect(answer.why).toMatch(/\.$/);
    return false;
  }
  const { edits } = answer;
  expect(structuredClone(answer)).toEqual(answer);
  expect(inTurn(sources, edits)).toEqual(textsOf(applyEdits(sources, edits)));
  const changed = applyEdits(sources, edits);
  const after = await readProject(changed, main, options, { calls: true });
  const names = namesIn(read, after, edits);
  const added = new Set(after.program.operations.flatMap((_, at) => (names.has(at) ? [] : [at])));
  const kept = new Set(names.values());
  const gone = new Set(
    read.program.operations.flatMap(({ method }, at) =>
      kept.has(at) && !MAY_DO_NOTHING.test(method) ? [] : [at],
    ),
  );
  const actions = (of: ReadProject) => of.program.steps.filter((step) => 'on' in step);
  const was = actions(read)
    .filter(({ at }) => kept.has(at) || edit.kind !== 'delete')
    .map((step) => shapeOf(step, (at) => (gone.has(at) ? undefined : String(at))));
  const is = actions(after).map((step) =>
    shapeOf(step, (at) => (added.has(at) || gone.has(names.get(at)!) ? undefined : String(names.get(at)))),
  );
  const ordered = (trees: readonly string[]) => (edit.kind === 'swap-join' ? trees.map(sorted) : trees);
  expect(ordered(is), JSON.stringify(edit)).toEqual(ordered(was));
  if (edit.kind === 'insert' && edits.length === 1)
    await undone({ sources, main, options }, changed, after, edits[0]!);
  return true;
}

/** Deleting what was inserted gives the text from before. */
async function undone(
  { sources, main, options }: Pick3,
  changed: Sources,
  after: ReadProject,
  { file, from, text }: SourceEdit,
): Promise<void> {
  const at = after.program.operations.findIndex(
    ({ name }) => name.file === file && from <= name.from && name.to <= from + text.length,
  );
  const back = await editProject(changed, main, options, { kind: 'delete', at, alsoOthers: true }, after);
  if (back.ok) expect(textsOf(applyEdits(changed, back.edits))).toEqual(textsOf(sources));
  else expect(back.why).toMatch(/uses the column|would have a problem/);
}
type Pick3 = Omit<Opened, 'id' | 'read'>;

function candidates(read: ReadProject, kind: Kind): readonly number[] {
  const { ats } = operationsOf(read);
  const isJoin = kind === 'hint' || kind === 'join-type' || kind === 'swap-join';
  const methods = isJoin ? /^(join|crossJoin)$/ : kind === 'uncache' ? /^(cache|persist)$/ : /./;
  return ats.filter((at) => methods.test(read.program.operations[at]!.method));
}

function drawn(read: ReadProject, kind: Kind, pick: Pick): GraphEdit | undefined {
  const at = pick(candidates(read, kind));
  const alsoOthers = pick([true, undefined]) ? ({ alsoOthers: true } as const) : {};
  switch (kind) {
    case 'insert':
      return { kind, ...insertion(read, at, pick), ...alsoOthers };
    case 'move': {
      const line = operationsOf(read).taken.filter(
        ({ from, to, input }) => input === 0 && [from, to].some((each) => isAdded(read, each)),
      );
      if (line.length === 0) return undefined;
      const { from, to } = pick(line);
      return pick([true, false]) ? { kind, at: to, before: from } : { kind, at: from, after: to };
    }
    case 'arguments': {
      const given = argumentsOf(read, at).arguments;
      const wrapped = given.map(({ name, text, why }) => ({
        ...(name === undefined ? {} : { name }),
        text: why === undefined ? `(${text})` : text,
      }));
      return { kind, at, arguments: wrapped, ...alsoOthers };
    }
    case 'hint':
      return {
        kind,
        at,
        side: pick(['left', 'right'] as const),
        hint: pick([...JOIN_HINTS, 'none'] as const),
        ...alsoOthers,
      };
    case 'join-type':
      return { kind, at, how: pick(JOIN_HOWS), ...alsoOthers };
    default:
      return { kind, at, ...alsoOthers };
  }
}

function isAdded(read: ReadProject, at: number): boolean {
  const { file, from, to } = read.program.operations[at]!.range;
  return read.files.get(file)!.text.slice(from, to) === 'filter("1 = 1")';
}

function insertion(read: ReadProject, at: number, pick: Pick): NewInsert {
  const { spots } = insertionSpots(read, at);
  const spot = spots.length > 0 ? pick(spots) : { where: { after: at }, columns: [], frames: [] };
  return { ...spot.where, operation: newOperation(spot, pick) };
}
type NewInsert = Omit<Extract<GraphEdit, { kind: 'insert' }>, 'kind'>;

function newOperation({ columns, frames }: Omit<InsertionSpot, 'label'>, pick: Pick): NewOperation {
  const name = columns.length > 0 ? pick(columns) : 'nothing';
  const other = frames.length > 0 ? pick(frames) : undefined;
  const on = other?.columns.filter((each) => columns.includes(each)).slice(0, 2) ?? [];
  return pick<NewOperation>([
    { method: 'limit', rows: 7 },
    { method: 'distinct' },
    { method: 'cache' },
    { method: 'repartition', partitions: 3 },
    { method: 'coalesce', partitions: 1 },
    { method: 'hint', name: 'broadcast' },
    { method: 'filter', condition: { python: 'F.lit(True)' } },
    { method: 'filter', condition: { sql: '1 = 1' } },
    { method: 'withColumn', name: 'one more', column: { python: 'F.lit(1)' } },
    { method: 'select', columns: columns.map((each) => ({ name: each })) },
    { method: 'orderBy', columns: [{ name, descending: true }] },
    { method: 'dropDuplicates', columns: [name] },
    { method: 'drop', columns: [name] },
    { method: 'groupBy', keys: [name], aggregates: [{ function: 'count' }] },
    ...(other ? [{ method: 'join', other: other.name, on, how: pick(JOIN_HOWS) } as const] : []),
  ]);
}

/** Operations of the new text by their index in the old one: those that stand where the edits leave them. */
function namesIn(
  before: ReadProject,
  after: ReadProject,
  edits: readonly SourceEdit[],
): ReadonlyMap<number, number> {
  const left = new Map<string, number[]>();
  before.program.operations.forEach(({ name }, at) => {
    const key = `${name.file}:${offsetAfter(edits, name.file, name.from)}`;
    left.set(key, [...(left.get(key) ?? []), at]);
  });
  const names = new Map<number, number>();
  after.program.operations.forEach(({ name }, at) => {
    const was = left.get(`${name.file}:${name.from}`)?.shift();
    if (was !== undefined) names.set(at, was);
  });
  return names;
}

/** The operations in a plan as a tree; those without a name are left out, and what they were made of takes their place. */
function shapeOf(
  { method, on }: Extract<ReadProject['program']['steps'][number], { on: unknown }>,
  name: (at: number) => string | undefined,
): string {
  return `${method} ${on.kind === 'rdd' ? '' : treeOf(on.plan, name)}`;
}

function treeOf(plan: LogicalPlan, name: (at: number) => string | undefined, above?: number): string {
  if (plan.kind === 'InMemoryRelation') return treeOf(plan.plan, name, above);
  const cut = plan.kind === 'RddRelation' ? plan.checkpointOf : undefined;
  const own = plan.at === undefined ? '' : name(plan.at);
  const [first, ...others] = cut ? [cut] : childrenOf(plan);
  if (own === undefined) return first ? treeOf(first, name, above) : '';
  const below = [...(first ? [first] : []), ...others].map((child) => treeOf(child, name, plan.at));
  const isSame = plan.at === above && below.length < 2;
  return isSame ? (below[0] ?? '') : `${own}(${below.join(', ')})`;
}

/** The parts of a tree in alphabetical order, for sides that changed places. */
function sorted(tree: string): string {
  return tree
    .split(/[(), ]+/)
    .toSorted()
    .join(' ');
}

function inTurn(sources: Sources, edits: readonly SourceEdit[]): Readonly<Record<string, string>> {
  const texts = textsOf(sources);
  for (const { file, from, to, text } of edits)
    texts[file] = texts[file]!.slice(0, from) + text + texts[file]!.slice(to);
  return texts;
}

function textsOf(sources: Sources): Record<string, string> {
  return Object.fromEntries([...sources].map(([path, { text }]) => [path, text]));
}
