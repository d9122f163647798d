import type { Edit } from '#lib/analyzers/code/rule.ts';
import type { Confidence, Option, Severity } from '#lib/model/insight.ts';
import type { GraphView, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { ArgumentForm } from '#lib/pyspark/edit/argument-form.ts';
import type { EditAnswer, GraphEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { InsertionSpots } from '#lib/pyspark/edit/insertion-spots.ts';
import type { MoveChoices } from '#lib/pyspark/edit/move-choices.ts';
import type { FrameFacts } from '#lib/pyspark/view/frame-facts.ts';
import type { LaneLineage } from '#lib/pyspark/view/lane-lineage.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';

/** The files of a program as Python text, by their paths, and the one that is run. */
export interface Project {
  readonly files: ReadonlyMap<string, string>;
  readonly main: string;
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
}

/** A replacement of `[from, to)`, offsets of the text before it. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Prediction {
  readonly view: ProgramView;
  readonly graph: PlanGraph;
}

/** A program beside the one that is written: as it was when somebody kept it, or as it is now. */
export interface LookedAt {
  readonly view: ProgramView;
  /** Of the physical view. */
  readonly graph: PlanGraph;
  readonly findings: readonly Finding[];
}

/** What can be changed of the operation at a place. */
export interface OperationForm {
  /** The operation, as edits name it. */
  readonly at: number;
  readonly form: ArgumentForm;
  /** Whether it gives a DataFrame, and is no action. */
  readonly givesFrame: boolean;
  readonly insertion: InsertionSpots;
  /** The spot that is meant first, by its label: that of the edge that was chosen. */
  readonly here: string | undefined;
  readonly moves: MoveChoices;
}

/** A pattern that costs more than it shows. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly notWhen: string;
  readonly options: readonly Option[];
  readonly confidence: Confidence;
  readonly whyConfidence: string;
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
}

export interface HoveredFrame {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly facts: FrameFacts;
}

/**
 * The worker's face. Answers are about the text as it is when they are given; `undefined` where it has changed since the
 * question, so that only the latest question is worked on.
 */
export interface PlaygroundWorker {
  /** Replaces everything. */
  open(project: Project): void;
  edit(path: string, edits: readonly TextEdit[]): void;
  predict(view: GraphView): Promise<Prediction | undefined>;
  /** The same prediction in another view. */
  graph(view: GraphView): Promise<PlanGraph | undefined>;
  findings(): Promise<readonly Finding[] | undefined>;
  /** Where a column comes from, by its position in what a lane gets. */
  lineage(lane: number, column: number): Promise<LaneLineage | undefined>;
  /**
   * `undefined` also where the graph shows something at the place that no call makes. `upstream`: where an edge was chosen, the
   * places of all that comes through it.
   */
  operationForm(place: number, upstream: readonly number[]): Promise<OperationForm | undefined>;
  /** The change of the text that makes an edit of the graph, or why there is none; nothing is changed yet. */
  planEdit(edit: GraphEdit): Promise<EditAnswer | undefined>;
  /** Predicts and checks another program; the one that is written stays as it is. */
  lookAt(project: Project): Promise<LookedAt>;
  frameAt(path: string, offset: number): Promise<HoveredFrame | undefined>;
}
