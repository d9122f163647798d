import type { Edit } from '#lib/analyzers/code/rule.ts';
import type { Confidence, Option, Severity } from '#lib/model/insight.ts';
import type { GraphView, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import type { FrameFacts } from '#lib/pyspark/view/frame-facts.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';

/** The files of a program as Python text, by their paths, and the one that is run. */
export interface Project {
  readonly files: ReadonlyMap<string, string>;
  readonly main: string;
  readonly settings: PlanSettings;
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
  frameAt(path: string, offset: number): Promise<HoveredFrame | undefined>;
}
