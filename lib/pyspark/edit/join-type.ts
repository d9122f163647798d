import { outputOf } from '#lib/plan/logical/output.ts';
import type { ReadProject } from '../predict-program.ts';
import type { Argument, CallExpr } from '../syntax/ast.ts';
import { spanOf } from './argument-edits.ts';
import { type GraphEdit, JOIN_HOWS, type JoinHow, type PlannedEdit, type SourceEdit } from './graph-edit.ts';
import { siteOfJoin } from './join-hint.ts';
import { graphOf } from './operation-graph.ts';
import { ownNodes } from './operation-kind.ts';
import { literal } from './python-text.ts';
import { Refused } from './refused.ts';
import { refuseShared } from './shared-results.ts';
import { named, type Site } from './site.ts';
import { framePlan, refuseUsed } from './used-columns.ts';

type TypeEdit = Extract<GraphEdit, { kind: 'join-type' }>;

/** Makes a join another kind of join. */
export function changeJoinType(read: ReadProject, { at, how, alsoOthers }: TypeEdit): PlannedEdit {
  const site = siteOfJoin(read, at);
  const join = joinArguments(site);
  if (!JOIN_HOWS.includes(how)) throw new Refused(`There is no join ${how}.`);
  if (joinHow(site) === how) throw new Refused(`${named(site.operation)} is that kind of join already.`);
  if (how === 'cross')
    throw new Refused('A cross join has no columns to match: take them out in the editor.');
  if (how !== 'inner' && !join.on)
    throw new Refused(`${named(site.operation)} has no columns to match, which this kind of join needs.`);
  const { call } = site;
  if ((how === 'left_semi' || how === 'left_anti') && call?.gives.kind === 'frame') {
    const left = new Set(outputOf(framePlan(call)!).map(({ id }) => id));
    refuseUsed(
      read,
      outputOf(call.gives.plan).filter(({ id }) => !left.has(id)),
      at,
    );
  }
  refuseShared(read, at, alsoOthers);
  return {
    edits: [howEdit(site, join.how, how)],
    intends: { graph: graphOf(read), rewritten: [], keeps: 'nothing' },
  };
}

const HOWS: Readonly<Record<string, JoinHow>> = {
  Inner: 'inner',
  Cross: 'cross',
  LeftOuter: 'left',
  RightOuter: 'right',
  FullOuter: 'full',
  LeftSemi: 'left_semi',
  LeftAnti: 'left_anti',
};

/** The kind of join that it is now. */
export function joinHow({ call, operation }: Site): JoinHow {
  const join = call && ownNodes(call)?.find((node) => node.kind === 'Join');
  const how = join?.kind === 'Join' ? HOWS[join.joinType] : undefined;
  if (how === undefined) throw new Refused(`What kind of join ${named(operation)} is depends on the run.`);
  return how;
}

/** The arguments of a join by what they are. */
export interface JoinArguments {
  readonly other: Argument;
  readonly on: Argument | undefined;
  readonly how: Argument | undefined;
}

export function joinArguments({ syntax, operation }: Site): JoinArguments {
  const { args } = syntax as CallExpr;
  if (args.some(({ kind }) => kind === 'args' || kind === 'kwargs'))
    throw new Refused(
      `Arguments of ${named(operation)} come from one value that is unpacked. Change it in the editor.`,
    );
  const plain = args.filter(({ kind }) => kind === 'plain');
  const find = (name: string, index: number): Argument | undefined =>
    args.find((each) => each.kind === 'keyword' && each.name === name) ?? plain[index];
  const other = find('other', 0);
  if (!other) throw new Refused(`${named(operation)} names no other DataFrame.`);
  return { other, on: find('on', 1), how: find('how', 2) };
}

/** Writes the kind of join: in the place of the one that is there, else behind the last argument. */
export function howEdit(
  { file, text, syntax, operation }: Site,
  how: Argument | undefined,
  wanted: string,
): SourceEdit {
  if (!how) {
    const end = spanOf(text, (syntax as CallExpr).args.at(-1)!).to;
    return { file, from: end, to: end, text: `, how=${literal(wanted, text)}` };
  }
  const { kind, from, to } = how.value;
  if (kind !== 'text')
    throw new Refused(
      `The kind of ${named(operation)} comes from \`${text.slice(from, to)}\`. Change it there, or in the editor.`,
    );
  const mark = text[from] === "'" ? "'" : '"';
  return { file, from, to, text: `${mark}${wanted}${mark}` };
}
