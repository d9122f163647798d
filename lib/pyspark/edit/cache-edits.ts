import type { ReadProject } from '../predict-program.ts';
import { cutOut } from './cut-out.ts';
import type { GraphEdit, PlannedEdit, SourceEdit } from './graph-edit.ts';
import { insertAt, placeBehind } from './insert-operation.ts';
import { inserted, without } from './intended.ts';
import { callOf, graphOf, operationsOf } from './operation-graph.ts';
import { Refused } from './refused.ts';
import { named, siteOf } from './site.ts';

type CacheEdit = Extract<GraphEdit, { kind: 'cache' | 'uncache' }>;

/** Keeps what an operation gives. Everybody who reads it gains, so that others are no reason to refuse. */
export function cacheResult(read: ReadProject, { at }: CacheEdit): PlannedEdit {
  const [kept] = cachesOf(read, at);
  if (kept !== undefined)
    throw new Refused(`It is kept already, by ${named(read.program.operations[kept]!)}.`);
  const place = placeBehind(read, at);
  const node = { key: '+0', method: 'cache' };
  return {
    edits: [insertAt(place, ['.cache()'])],
    intends: {
      graph: inserted(graphOf(read), node, String(place.source), () => false),
      rewritten: ['cache'],
      keeps: 'rows',
    },
  };
}

/** Takes every `cache()` and `persist()` of a result out; `at` may be one of them. `unpersist()` may stay: it does nothing then. */
export function uncacheResult(read: ReadProject, { at }: CacheEdit): PlannedEdit {
  const caches = isCache(read, at) ? [at] : cachesOf(read, at);
  if (caches.length === 0) {
    const operation = read.program.operations[at];
    throw new Refused(
      operation
        ? `What ${named(operation)} gives is not kept.`
        : 'The program has no such operation any more.',
    );
  }
  const edits = caches.flatMap((cache): readonly SourceEdit[] => {
    const site = siteOf(read, cache);
    const { statement, syntax } = site;
    const isOwnStatement = statement.kind === 'expression' && statement.value === syntax;
    if (site.call?.gives.kind !== 'frame' && !isOwnStatement)
      throw new Refused(`${named(site.operation)} gives something that is used. Change it in the editor.`);
    return cutOut([site]);
  });
  const graph = caches.reduce((left, cache) => without(left, String(cache)), graphOf(read));
  return {
    edits: edits.toSorted((a, b) => b.from - a.from),
    intends: { graph, rewritten: [], keeps: 'rows' },
  };
}

function cachesOf(read: ReadProject, at: number): readonly number[] {
  const source = isCache(read, at)
    ? operationsOf(read).taken.find(({ to, input }) => to === at && input === 0)?.from
    : at;
  return operationsOf(read).taken.flatMap(({ from, to }) =>
    from === source && isCache(read, to) ? [to] : [],
  );
}

function isCache(read: ReadProject, at: number): boolean {
  const call = callOf(read, at);
  return call?.on?.kind === 'frame' && (call.method === 'cache' || call.method === 'persist');
}
