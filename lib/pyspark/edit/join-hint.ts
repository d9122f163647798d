import type { ReadProject } from '../predict-program.ts';
import type { PythonLanguage } from '../syntax/parser.ts';
import { changeArguments } from './argument-edits.ts';
import { cutOut } from './cut-out.ts';
import { deleteOperation } from './delete-operation.ts';
import { type GraphEdit, JOIN_HINTS, type PlannedEdit } from './graph-edit.ts';
import { insertAt, type Place, placeOfInput } from './insert-operation.ts';
import { inserted, without } from './intended.ts';
import { callOf, graphOf, operationsOf } from './operation-graph.ts';
import { literal } from './python-text.ts';
import { Refused } from './refused.ts';
import { refuseShared } from './shared-results.ts';
import { named, type Site, siteOf } from './site.ts';

type HintEdit = Extract<GraphEdit, { kind: 'hint' }>;

/** Gives one side of a join a hint, another one, or none. */
export function hintJoin(read: ReadProject, edit: HintEdit, language: PythonLanguage): PlannedEdit {
  const { at, side, hint, alsoOthers } = edit;
  const site = siteOfJoin(read, at);
  if (hint !== 'none' && !JOIN_HINTS.includes(hint)) throw new Refused(`There is no hint ${hint}.`);
  const input = side === 'left' ? 0 : 1;
  const source = operationsOf(read).taken.find(({ to, input: as }) => to === at && as === input)?.from;
  if (source === undefined)
    throw new Refused(`Where the ${side} side of ${named(site.operation)} has its rows from is not known.`);
  const present = hintAbove(read, source);
  const others = alsoOthers ? { alsoOthers } : {};
  if (hint === 'none') {
    if (present === undefined) throw new Refused(`The ${side} side of ${named(site.operation)} has no hint.`);
    return deleteOperation(read, { kind: 'delete', at: present, ...others });
  }
  if (present === undefined) {
    refuseShared(read, at, alsoOthers);
    return addHint(read, placeOfInput(site, input, source), hint);
  }
  const operation = read.program.operations[present]!;
  if (operation.method === 'hint') {
    const text = literal(hint, read.files.get(operation.name.file)!.text);
    return changeArguments(
      read,
      { kind: 'arguments', at: present, arguments: [{ text }], ...others },
      language,
    );
  }
  if (hint === 'broadcast')
    throw new Refused(`The ${side} side has this hint already (${named(operation)}).`);
  refuseShared(read, present, alsoOthers);
  return replaceBroadcast(read, siteOf(read, present), placeOfInput(site, input, source), hint);
}

export function siteOfJoin(read: ReadProject, at: number): Site {
  const site = siteOf(read, at);
  if (site.operation.method !== 'join' && site.operation.method !== 'crossJoin')
    throw new Refused(`${named(site.operation)} is no join.`);
  return site;
}

/** The nearest hint that Spark finds for this side: through operations of one input (EliminateResolvedHint). */
function hintAbove(read: ReadProject, source: number): number | undefined {
  const { taken } = operationsOf(read);
  for (let at: number | undefined = source; at !== undefined; ) {
    const call = callOf(read, at);
    const plan = call?.gives.kind === 'frame' ? call.gives.plan : undefined;
    if (plan?.kind === 'JoinHint' && plan.at === at) return at;
    const inputs = taken.filter(({ to }) => to === at);
    at = inputs.length === 1 ? inputs[0]!.from : undefined;
  }
  return undefined;
}

function addHint(read: ReadProject, place: Place, hint: string): PlannedEdit {
  const node = { key: '+0', method: 'hint' };
  return {
    edits: [insertAt(place, [`.hint(${literal(hint, place.text)})`])],
    intends: {
      graph: inserted(graphOf(read), node, String(place.source), place.takes),
      rewritten: ['hint'],
      keeps: 'rows',
    },
  };
}

/** `F.broadcast(df)` becomes `df.hint(…)`. */
function replaceBroadcast(read: ReadProject, site: Site, place: Place, hint: string): PlannedEdit {
  const added = addHint(read, place, hint);
  const isDirect = place.source === site.at;
  if (!isDirect)
    throw new Refused(`The hint stands earlier, in ${named(site.operation)}. Take it out first.`);
  const [before] = operationsOf(read).taken.filter(({ to }) => to === site.at);
  return {
    edits: [...added.edits, ...cutOut([site])].toSorted((a, b) => b.from - a.from),
    intends: {
      ...added.intends,
      graph: before
        ? without(added.intends.graph, String(site.at))
        : {
            ...added.intends.graph,
            nodes: added.intends.graph.nodes.filter(({ key }) => key !== String(site.at)),
          },
    },
  };
}
