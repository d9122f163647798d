import type { BroughtOut } from '#components/graph/dimmed-stops.ts';
import type { GraphView, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { Cell } from '#lib/pyspark/notebook/read-source.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';
import type { Finding } from '../worker/protocol.ts';

/** A file of the program. Its text is the editor's; here is what it began with. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
  /** Of a notebook: where its code cells begin. */
  readonly cells?: readonly Cell[];
}

export interface PlaygroundState {
  /** Changes when another program is opened. */
  readonly id: number;
  readonly title: string;
  readonly files: readonly ProgramFile[];
  /** The file in the editor, and the one that is run. */
  readonly current: string;
  readonly main: string;
  readonly settings: PlanSettings;
  /** What is known of the sources, by path or table name. */
  readonly catalog: Catalog;
  readonly view: GraphView;
  /** What is shown: of the text as it is, or of the last one that was whole. */
  readonly shown: { readonly view: ProgramView; readonly graph: PlanGraph } | undefined;
  readonly isStale: boolean;
  /** Of the text as it is, also where it is broken. */
  readonly latest: ProgramView | undefined;
  readonly findings: readonly Finding[] | undefined;
  readonly selection: Selection;
  /** What the graph brings out, such as where a column comes from. */
  readonly out: BroughtOut | undefined;
  /** What stopped the part that reads programs. */
  readonly failure: string | undefined;
}

/** What code and graph show together: a place in the program, and where the keyboard stands in the graph. */
export interface Selection {
  readonly place: number | undefined;
  readonly stop: string | undefined;
}

export const NOTHING_SELECTED: Selection = { place: undefined, stop: undefined };
