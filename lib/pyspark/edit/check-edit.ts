import { outputOf } from '#lib/plan/logical/output.ts';
import type { ReadProject } from '../predict-program.ts';
import type { Value } from '../values/value.ts';
import { offsetAfter } from './apply-edits.ts';
import type { PlannedEdit } from './graph-edit.ts';
import { graphText } from './intended.ts';
import { callOf, graphOf, operationsOf } from './operation-graph.ts';
import { named } from './site.ts';

/** They pair columns by their place, whatever they are called. */
const BY_PLACE: ReadonlySet<string> = new Set([
  'union',
  'unionAll',
  'intersect',
  'intersectAll',
  'subtract',
  'exceptAll',
  'toDF',
  'insertInto',
]);

/** Why the text after an edit, read again, is not what the edit was to make of the program; undefined where it is. */
export function whyNotIntended(
  before: ReadProject,
  after: ReadProject,
  { edits, intends }: PlannedEdit,
): string | undefined {
  const problem = newProblem(before, after, edits);
  if (problem !== undefined) return problem;
  const names = namesAfter(before, after, edits, intends.rewritten);
  const found = graphOf(after, (at) => names.get(at) ?? `?${at}`);
  if (graphText(found) !== graphText(intends.graph))
    return 'The program would not do what was asked for: its text depends on this operation in another way.';
  return intends.keeps === 'nothing' ? undefined : whyOtherColumns(before, after, names, intends.keeps);
}

/** Operations of the new text by what they were before: by their place, or, written anew, by their turn. */
function namesAfter(
  before: ReadProject,
  after: ReadProject,
  edits: PlannedEdit['edits'],
  rewritten: PlannedEdit['intends']['rewritten'],
): ReadonlyMap<number, string> {
  const places = new Map<string, number[]>();
  for (const at of operationsOf(before).ats.toSorted((a, b) => a - b)) {
    const { file, from } = before.program.operations[at]!.name;
    const place = offsetAfter(edits, file, from);
    if (place !== undefined) places.set(`${file}:${place}`, [...(places.get(`${file}:${place}`) ?? []), at]);
  }
  const names = new Map<number, string>();
  const fresh: number[] = [];
  for (const at of operationsOf(after).ats.toSorted((a, b) => a - b)) {
    const { file, from } = after.program.operations[at]!.name;
    const was = places.get(`${file}:${from}`)?.shift();
    if (was === undefined) fresh.push(at);
    else names.set(at, String(was));
  }
  const byText = fresh.toSorted(
    (a, b) => after.program.operations[a]!.name.from - after.program.operations[b]!.name.from,
  );
  let added = 0;
  byText.forEach((at, index) => {
    const was = rewritten[index];
    if (was !== undefined) names.set(at, typeof was === 'number' ? String(was) : `+${added++}`);
  });
  return names;
}

/** Something that reading the new text stumbles over and reading the old one did not. */
function newProblem(
  before: ReadProject,
  after: ReadProject,
  edits: PlannedEdit['edits'],
): string | undefined {
  const broken = (read: ReadProject): number =>
    [...read.files.values()].reduce((sum, { module }) => sum + module.broken.length, 0);
  if (broken(after) > broken(before)) return 'The new text would be no Python.';
  const known = new Map<string, number>();
  for (const { what } of before.unresolved) known.set(what, (known.get(what) ?? 0) + 1);
  for (const { what, where } of after.unresolved) {
    const left = (known.get(what) ?? 0) - 1;
    known.set(what, left);
    if (left < 0) return `Line ${lineBefore(before, edits, where)} would have a problem: ${what}.`;
  }
  return undefined;
}

/** The line that somebody sees now of a place in the new text. */
function lineBefore(
  before: ReadProject,
  edits: PlannedEdit['edits'],
  { file, line, from }: ReadProject['unresolved'][number]['where'],
): number {
  const source = before.files.get(file);
  const added = edits.reduce((sum, edit) => {
    if (edit.file !== file || edit.from >= from || !source) return sum;
    const lines = (text: string): number => text.split('\n').length;
    return sum + lines(edit.text) - lines(source.text.slice(edit.from, edit.to));
  }, 0);
  return Math.max(line - added, 1);
}

/** Results with other columns than before, or in another order where that counts. */
function whyOtherColumns(
  before: ReadProject,
  after: ReadProject,
  names: ReadonlyMap<number, string>,
  keeps: 'rows' | 'columns',
): string | undefined {
  for (const [at, name] of names) {
    if (name.startsWith('+')) continue;
    const was = Number(name);
    const [old, now] = [callOf(before, was), callOf(after, at)];
    if (!old || !now) continue;
    const operation = before.program.operations[was]!;
    const isEnd = old.gives.kind !== 'frame' && old.gives.kind !== 'grouped';
    const isByPlace = BY_PLACE.has(operation.method);
    if (!isEnd && !isByPlace) continue;
    const [first, second] = [old, now].map(({ on, args }) => [on, ...args.positional].map(columnsOf));
    const inOrder = isByPlace || (keeps === 'rows' && operation.method !== 'count');
    const text = (columns: readonly (readonly string[])[] | undefined): string =>
      JSON.stringify(columns?.map((each) => (inOrder ? each : each.toSorted())));
    if (text(first) !== text(second))
      return isByPlace
        ? `${named(operation)} pairs columns by their place, and they would come in another order.`
        : `${named(operation)} would get its columns in another order, or others.`;
  }
  return undefined;
}

function columnsOf(value: Value | undefined): readonly string[] {
  if (value?.kind === 'frame') return outputOf(value.plan).map(({ name }) => name);
  return value?.kind === 'writer' ? outputOf(value.frame.plan).map(({ name }) => name) : [];
}
