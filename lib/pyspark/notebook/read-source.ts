import { cellToPython } from './magics.ts';

/** A file of a project as Python text. */
export interface PythonSource {
  readonly text: string;
  /** Of a notebook: its code cells in order, by the line of `text` at which each begins. */
  readonly cells?: readonly Cell[];
}

export interface Cell {
  /** Counted from 1 over all cells of the notebook, text cells included. */
  readonly number: number;
  readonly firstLine: number;
}

const DATABRICKS = /^# Databricks notebook source/;

/** Reads .py, .ipynb and Databricks' source format; undefined when an .ipynb is no notebook. */
export function readSource(path: string, text: string): PythonSource | undefined {
  if (path.endsWith('.ipynb')) return readIpynb(text);
  return DATABRICKS.test(text) ? readDatabricks(text) : { text };
}

/** Where a line of the text stands in the notebook: its cell, and the line in that cell from 1. */
export function cellAt(
  source: PythonSource,
  line: number,
): { readonly cell: number; readonly line: number } | undefined {
  const cell = source.cells?.findLast((each) => each.firstLine <= line);
  return cell && { cell: cell.number, line: line - cell.firstLine + 1 };
}

function readIpynb(text: string): PythonSource | undefined {
  const cells = cellsOf(text);
  if (cells === undefined) return undefined;
  const lines: string[] = [];
  const places: Cell[] = [];
  cells.forEach((cell, index) => {
    if (cell.type !== 'code') return;
    places.push({ number: index + 1, firstLine: lines.length + 1 });
    lines.push(...cellToPython(cell.source.split(/\r?\n/)));
  });
  return { text: lines.join('\n'), cells: places };
}

function cellsOf(text: string): readonly { readonly type: string; readonly source: string }[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const notebook = parsed as { cells?: unknown; worksheets?: readonly { cells?: unknown }[] } | null;
  // Version 3 of the format had worksheets, and `input` for `source`.
  const cells = notebook?.cells ?? notebook?.worksheets?.[0]?.cells;
  if (!Array.isArray(cells)) return undefined;
  return cells.map((cell: { cell_type?: unknown; source?: unknown; input?: unknown }) => {
    const source = cell?.source ?? cell?.input ?? '';
    return {
      type: String(cell?.cell_type ?? ''),
      source: Array.isArray(source) ? source.join('') : String(source),
    };
  });
}

/** Line for line: cells in other languages stand in comments that begin with MAGIC. */
function readDatabricks(text: string): PythonSource {
  const lines: string[] = [];
  const cells: Cell[] = [];
  let cell: string[] = [];
  const finish = (): void => {
    cells.push({ number: cells.length + 1, firstLine: lines.length + 1 });
    lines.push(...fromMagic(cell));
    cell = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (/^# COMMAND -{5,}/.test(line)) {
      finish();
      lines.push(line);
    } else {
      cell.push(line);
    }
  }
  finish();
  return { text: lines.join('\n'), cells };
}

function fromMagic(cell: readonly string[]): readonly string[] {
  const isMagic = (line: string): boolean => /^# MAGIC/.test(line);
  if (!cell.some(isMagic)) return cell;
  const first = cell.findIndex(isMagic);
  const last = cell.findLastIndex(isMagic);
  const bare = cell.slice(first, last + 1).map((line) => line.replace(/^# MAGIC ?/, ''));
  return [...cell.slice(0, first), ...cellToPython(bare), ...cell.slice(last + 1)];
}
