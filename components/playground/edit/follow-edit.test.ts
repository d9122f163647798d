import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphNode, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';
import { playground, select } from '../session/playground-session.ts';
import type { PlaygroundState } from '../session/playground-state.ts';
import { followEdit } from './follow-edit.ts';

/** A program of calls that follow each other, each drawn as a node of its own: `filter limit`. */
function shownAs(text: string): NonNullable<PlaygroundState['shown']> {
  const places = [...text.matchAll(/\w+/g)].map(({ index, 0: method }) => ({
    ...{ file: 'main.py', from: index, to: index + method.length, line: 1, method },
  }));
  const nodes = places.map(
    ({ method }, place): GraphNode => ({
      ...{ id: method, role: 'work', ats: [place], lane: 0, name: method, detail: '', band: undefined },
      ...{ partitions: 1, bytes: undefined, columns: [], marks: [], members: [] },
    }),
  );
  const graph: PlanGraph = { view: 'physical', nodes, edges: [], bands: [] };
  const view: ProgramView = {
    ...{ places, lanes: [], eager: [], sources: [], unresolved: [], broken: [] },
  };
  return { view, graph };
}

const show = (text: string) => playground.set({ ...playground.get(), shown: shownAs(text) });

/** What is selected once the new text is predicted, and what was heard of it. */
function followed(
  before: string,
  at: number,
  edits: Parameters<typeof followEdit>[0]['edits'],
  after: string,
) {
  show(before);
  select({ place: at, stop: before.split(' ')[at] });
  const heard: (number | undefined)[] = [];
  followEdit({ places: shownAs(before).view.places, place: at, edits }, (place) => heard.push(place));
  expect(heard).toEqual([]);
  show(after);
  return { ...playground.get().selection, heard };
}

describe('followEdit', () => {
  beforeEach(() => select({ place: undefined, stop: undefined }));

  it('selects the same operation again at its new place', () => {
    const edits = [{ file: 'main.py', from: 0, to: 0, text: 'distinct ' }];
    expect(followed('filter limit', 1, edits, 'distinct filter limit')).toEqual({
      ...{ place: 2, stop: 'limit' },
      heard: [2],
    });
  });

  it('selects what came before one that is gone, and nothing where nothing did', () => {
    const gone = [{ file: 'main.py', from: 6, to: 12, text: '' }];
    expect(followed('filter limit', 1, gone, 'filter')).toMatchObject({ place: 0, stop: 'filter' });
    const first = [{ file: 'main.py', from: 0, to: 7, text: '' }];
    expect(followed('filter limit', 0, first, 'limit')).toMatchObject({ place: undefined, stop: undefined });
  });

  it('forgets the edit when another program is opened', () => {
    show('filter');
    select({ place: 0, stop: 'filter' });
    const heard: unknown[] = [];
    followEdit({ places: shownAs('filter').view.places, place: 0, edits: [] }, () => heard.push(1));
    const { id } = playground.get();
    playground.set({ ...playground.get(), id: id + 1, shown: undefined });
    show('limit');
    expect(heard).toEqual([]);
  });
});
