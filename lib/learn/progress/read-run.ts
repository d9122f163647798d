import {
  type Decoder,
  flag,
  list,
  maybe,
  number,
  oneOf,
  shape,
  table,
  text,
} from '#lib/share/codec/decode.ts';
import type { WorkspacePatch } from '../engine/workspace.ts';
import { type Answer, CONFIDENCES, OUTCOMES } from '../question/question.ts';
import type { Recall } from '../recall/recall.ts';
import type { CommittedAnswer, ScenarioRun, StepRecord } from '../run/scenario-run.ts';

/** Runs as they come back from where they were stored, or from a file: nobody vouches for them. */

const MAX_TEXT = 4_000;
/** Files of a learner's program: as long as the playground takes them. */
const MAX_PROGRAM = 400_000;

/** A field that may be missing; it is then left out, not undefined. */
function optional<T>(decoder: Decoder<T>): Decoder<T | undefined> {
  return (value, at) => (value === undefined ? undefined : decoder(value, at));
}

/** Without the fields that are undefined. */
function dense<T extends object>(decoder: Decoder<T>): Decoder<T> {
  return (value, at) =>
    Object.fromEntries(Object.entries(decoder(value, at)).filter(([, each]) => each !== undefined)) as T;
}

const ANSWERS: { readonly [K in Answer['kind']]: Decoder<Extract<Answer, { kind: K }>> } = {
  number: shape({ kind: oneOf(['number']), value: number }),
  option: shape({ kind: oneOf(['option']), id: text(200) }),
  order: shape({ kind: oneOf(['order']), ids: list(text(200), 50) }),
  bars: shape({ kind: oneOf(['bars']), bars: list(number, 400) }),
  'no-idea': shape({ kind: oneOf(['no-idea']) }),
};
const answer: Decoder<Answer> = (value, at) => {
  const { kind } = shape<{ kind: Answer['kind'] }>({
    kind: oneOf(['number', 'option', 'order', 'bars', 'no-idea']),
  })(value, at);
  return ANSWERS[kind](value, at);
};

const confidence: Decoder<CommittedAnswer['confidence']> = (value) =>
  CONFIDENCES.find((each) => each === value) ?? null;

const committed: Decoder<CommittedAnswer> = shape<CommittedAnswer>({
  answer,
  confidence,
  why: text(MAX_TEXT),
  outcome: oneOf(OUTCOMES),
});

/** Knobs are checked by the simulator, which says what is wrong with one. */
const knob: Decoder<unknown> = (value, at) => {
  if (Array.isArray(value))
    return typeof value[0] === 'string'
      ? list(text(500), 10_000)(value, at)
      : list(number, 10_000)(value, at);
  return typeof value === 'number'
    ? number(value, at)
    : typeof value === 'boolean'
      ? value
      : text(500)(value, at);
};

const files: Decoder<Readonly<Record<string, string | null>>> = table<string | null>(
  (value, at) => (value === null ? null : text(MAX_PROGRAM)(value, at)),
  50,
);

const work: Decoder<WorkspacePatch> = dense(
  shape({
    files: optional(files),
    conf: optional(table(text(500), 100)),
    knobs: optional(table(knob, 100)),
    log: optional(text(200)),
    sql: optional(text(20_000)),
  }) as Decoder<WorkspacePatch>,
);

const record: Decoder<StepRecord> = dense(
  shape({
    answer: optional(committed),
    work: optional(work),
    passed: optional(flag),
    failed: number,
    hints: number,
    worked: optional(oneOf(['taken', 'dismissed'])),
    text: optional(text(MAX_TEXT)),
    draft: optional(text(MAX_TEXT)),
  }) as Decoder<StepRecord>,
);

export const scenarioRun: Decoder<ScenarioRun> = dense(
  shape({
    scenario: text(80),
    seed: number,
    at: number,
    joinedAt: optional(number),
    steps: table(record, 50),
    startedAt: number,
    finishedAt: maybe(number),
  }) as Decoder<ScenarioRun>,
);

export const recall: Decoder<Recall> = shape<Recall>({
  scenario: text(80),
  level: number,
  due: maybe(number),
  right: number,
});
