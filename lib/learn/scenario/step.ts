import type { Option } from '#lib/model/insight.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { Check, Slip } from '../check/check.ts';
import type { EngineState } from '../engine/engine-state.ts';
import type { Workspace, WorkspacePatch } from '../engine/workspace.ts';
import type { Question } from '../question/question.ts';
import type { Figure } from './figure.ts';
import type { Random } from './random.ts';

/** Steps in the order in which a learner meets them. Prose may show figures as `{name}`. */
export type Step = ObserveStep | PredictStep | ActStep | VerifyStep | ReflectStep | TransferStep | RecallStep;
export type StepKind = Step['kind'];

interface StepWords {
  readonly id: string;
  readonly title: string;
  readonly prose: string;
}

/** The real tool beside the words, on one situation of the scenario. */
export type Surface =
  | { readonly tool: 'playground'; readonly situation: string; readonly view: 'code' | 'physical' | 'stages' }
  | {
      readonly tool: 'simulator';
      readonly situation: string;
      readonly view: 'partitions' | 'aqe' | 'timeline' | 'memory' | 'files';
    }
  | {
      readonly tool: 'analyzer';
      readonly situation: string;
      readonly view: 'overview' | 'insights' | 'timeline' | 'stages' | 'sql';
    };

/** Something in the picture that can be pointed at; listed for those who do not use a mouse. */
export interface Target {
  readonly id: string;
  readonly label: string;
}

/** Look for one thing in the real view. */
export interface ObserveStep extends StepWords {
  readonly kind: 'observe';
  readonly shows: Surface;
  readonly task: string;
  readonly points: 'stage' | 'partition' | 'line' | 'operator' | 'exchange' | 'insight';
  readonly among: (state: EngineState) => readonly Target[];
  /** Ids of those that are meant. */
  readonly meant: (state: EngineState) => readonly string[];
  /** After a wrong one. */
  readonly nudge: string;
}

/** Commit to an answer before anything is shown. */
export interface PredictStep extends StepWords {
  readonly kind: 'predict';
  readonly shows: Surface;
  readonly question: Question;
  /** Once the answer is committed: why it is as it is. */
  readonly reveal: string;
}

/** What may be changed. */
export type Lever =
  | { readonly kind: 'code' }
  | { readonly kind: 'knobs'; readonly ids: readonly (keyof Knobs)[] }
  | { readonly kind: 'sql' };

/** Change something until the checks hold. */
export interface ActStep extends StepWords {
  readonly kind: 'act';
  readonly shows: Surface;
  readonly task: string;
  readonly levers: readonly [Lever, ...Lever[]];
  /** What is to become so: none holds at the start. */
  readonly checks: readonly [Check, ...Check[]];
  /** What is to stay so. */
  readonly keeps: readonly Check[];
  readonly slips: readonly (Slip & { readonly patch: WorkspacePatch })[];
  /** Where to look, which principle, the next step. */
  readonly hints: readonly [string, string, string];
  /** The next step done in place, offered after two failed checks; what remains is left to the learner. */
  readonly worked: { readonly patch: WorkspacePatch; readonly say: string };
  /** Name of the situation in which every check holds. */
  readonly solution: string;
  /** Other ways that are as right. */
  readonly otherWays: readonly { readonly says: string; readonly patch: WorkspacePatch }[];
}

/** What the three engines say of the same thing. Those that are left out cannot tell. */
export interface Agreement {
  readonly what: string;
  readonly predicted?: string;
  readonly simulated?: string;
  readonly measured?: string;
  /** A factor: 1 where they are the same number. */
  readonly within: number;
  /** Why they agree, or why they do not. */
  readonly why: string;
  /** They lie further apart than that, and `why` says so. */
  readonly differs?: true;
}

/** What was predicted beside what came out. The checks are those of the act step before it. */
export interface VerifyStep extends StepWords {
  readonly kind: 'verify';
  readonly shows: Surface;
  /** Predict steps whose answers are drawn on the chart of the outcome. */
  readonly of: readonly string[];
  /** Figures before and after. */
  readonly compare: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly agree: readonly Agreement[];
}

/** A sentence of one's own, then a model answer and when it would be wrong. */
export interface ReflectStep extends StepWords {
  readonly kind: 'reflect';
  readonly ask: string;
  readonly model: string;
  readonly tradeOffs: readonly [Option, ...Option[]];
  /** When this is the wrong fix. */
  readonly wrongWhen: string;
}

/** The same thought about something else, with numbers of its own; no hints. */
export interface TransferStep extends StepWords {
  readonly kind: 'transfer';
  readonly vary: (random: Random) => Variant;
}

export interface Variant {
  readonly story: string;
  /** The only situation of its figures, by the name `variant`. */
  readonly workspace: Workspace;
  readonly shows: Surface;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly question: Question;
  readonly reveal: string;
}

/** Comes back after one, three and seven days. */
export interface RecallStep extends StepWords {
  readonly kind: 'recall';
  readonly question: Question;
  readonly reveal: string;
}
