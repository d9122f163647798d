import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type TaskFilter,
  type TaskOrder,
  type TaskRow,
  taskCount,
  taskWindow,
} from '#lib/tables/queries/task-window.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import type { Answer } from '../ask/answers.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { analysisClient } from '../session/analysis-session.ts';

/** Rows fetched at once. */
const PAGE = 200;
/** A scroll wheel passes many pages; only where it comes to rest is fetched. */
const REST_MS = 60;

export interface TaskPages {
  readonly count: Answer<number>;
  readonly rowAt: (index: number) => TaskRow | undefined;
  /** Tells which rows are in view. */
  readonly onView: (first: number, end: number) => void;
}

/** The tasks that pass the filter, in order, fetched where they are looked at. */
export function useTaskPages(filter: TaskFilter, order: TaskOrder, columns: readonly string[]): TaskPages {
  const key = JSON.stringify([filter, order, columns]);
  const count = useAnswer(`task-count ${JSON.stringify(filter)}`, (query) => taskCount(query, filter));
  const [view, setView] = useState({ first: 0, end: 0 });
  const [pages, setPages] = useState<Pages>({ key, rows: new Map() });
  const latest = useRef({ filter, order, columns });
  latest.current = { filter, order, columns };
  const known = pages.key === key ? pages.rows : NONE;
  const wanted = pagesOf(view).filter((page) => !known.has(page));
  const wantedKey = wanted.join();

  useEffect(() => {
    if (wantedKey === '') return;
    let current = true;
    const timer = setTimeout(async () => {
      for (const page of wantedKey.split(',').map(Number)) {
        const rows = await taskWindow(runner, { ...latest.current, offset: page * PAGE, limit: PAGE });
        if (!current) return;
        setPages((before) => ({ key, rows: new Map(before.key === key ? before.rows : []).set(page, rows) }));
      }
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, wantedKey]);

  const rowAt = (index: number) => known.get(Math.floor(index / PAGE))?.[index % PAGE];
  const onView = useCallback((first: number, end: number) => {
    setView((before) => (before.first === first && before.end === end ? before : { first, end }));
  }, []);
  return { count, rowAt, onView };
}

interface Pages {
  readonly key: string;
  readonly rows: ReadonlyMap<number, readonly TaskRow[]>;
}

const NONE: ReadonlyMap<number, readonly TaskRow[]> = new Map();

function pagesOf({ first, end }: { readonly first: number; readonly end: number }): readonly number[] {
  if (end <= first) return [];
  const [from, to] = [Math.floor(first / PAGE), Math.floor((end - 1) / PAGE)];
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

const runner: QueryRunner = async <Row>(sql: string) =>
  (await analysisClient().query(sql)).rows as readonly Row[];
