import { groupBy } from '#lib/base/group-by.ts';
import { exchangeLabel, type PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { ProgramView } from './program-view.ts';

/** A program as it was predicted; `graph` is of the physical view. */
export interface PredictedProgram {
  readonly view: ProgramView;
  readonly graph: PlanGraph;
}

export interface Comparison {
  readonly figures: readonly Figure[];
  /** Shuffles and broadcasts of the one that the other has not. */
  readonly gone: readonly ComparedExchange[];
  readonly added: readonly ComparedExchange[];
}

export interface Figure {
  readonly name: 'Jobs' | 'Stages' | 'Shuffles' | 'Broadcasts' | 'Actions';
  readonly before: number;
  readonly after: number;
}

export interface ComparedExchange {
  /** `hash(country) · 200`. */
  readonly label: string;
  readonly because: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** What a change of a program changes in what Spark does. Exchanges are the same where kind, keys and partitions are. */
export function compareViews(before: PredictedProgram, after: PredictedProgram): Comparison {
  const [old, now] = [exchangesOf(before), exchangesOf(after)];
  const [first, second] = [figuresOf(before.view), figuresOf(after.view)];
  return {
    figures: first.map(([name, value], i) => ({ name, before: value, after: second[i]![1] })),
    gone: without(old, now, ({ label }) => label),
    added: without(now, old, ({ label }) => label),
  };
}

/** Those of a list that another one has not, or fewer of, by a key; the last ones of equal ones. */
export function without<T>(
  list: readonly T[],
  other: readonly T[],
  keyOf: (each: T) => string,
): readonly T[] {
  const left = new Map([...groupBy(other, keyOf)].map(([key, { length }]) => [key, length]));
  return list.filter((each) => {
    const key = keyOf(each);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

function figuresOf({ lanes, eager }: ProgramView): readonly (readonly [Figure['name'], number])[] {
  const sum = (of: (lane: ProgramView['lanes'][number]) => number): number =>
    lanes.reduce((total, lane) => total + of(lane), 0);
  const jobs = eager.reduce((total, each) => total + each.jobs, 0);
  return [
    ['Actions', lanes.filter(({ runBy }) => runBy === 'action').length],
    ['Jobs', jobs + sum((lane) => lane.jobs.length)],
    ['Stages', sum(({ stages }) => stages)],
    ['Shuffles', sum(({ shuffles }) => shuffles)],
    ['Broadcasts', sum(({ broadcasts }) => broadcasts)],
  ];
}

function exchangesOf({ view, graph }: PredictedProgram): readonly ComparedExchange[] {
  return graph.edges.flatMap(({ exchange }): readonly ComparedExchange[] => {
    if (!exchange || exchange.reused) return [];
    const place = exchange.at === undefined ? undefined : view.places[exchange.at];
    const { because } = exchange;
    return [{ label: exchangeLabel(exchange), because, file: place?.file, line: place?.line }];
  });
}
