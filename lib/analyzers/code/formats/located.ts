import type { Found } from '../run-rules.ts';

/** A finding with the path under which the user knows its file. */
export interface Located {
  readonly found: Found;
  /** As given on the command line, with forward slashes. */
  readonly path: string;
  /** The text that offsets count in; undefined where it is not the file's own, as for a notebook. */
  readonly text: string | undefined;
  /** Of a notebook: the cell, and the line in it. */
  readonly cell?: { readonly cell: number; readonly line: number } | undefined;
}

/** 1-based, as editors count. */
export function columnOf({ found }: Located): number {
  return found.where.column + 1;
}

export function docsOf(rule: { readonly name: string }): string {
  return `/reference/rules/${rule.name}`;
}
