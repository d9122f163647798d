import { type Decoder, list, maybe, oneOf, shape, text } from './codec/decode.ts';
import { anyState, type SharedState } from './kinds/kinds.ts';
import { CATEGORY_IDS, type Category } from './redaction/categories.ts';

/** Words of a teacher: the answer stays hidden until asked for. */
export interface Exercise {
  readonly question: string;
  readonly answer: string;
}

/** What a link carries: a state, and where it comes from. Null where an old link does not say. */
export interface Envelope {
  readonly state: SharedState;
  /** Day on which the link was made, "2026-11-21". */
  readonly made: string | null;
  /** Version of Shufflescope that made it. */
  readonly by: string | null;
  /** What was hidden. */
  readonly hidden: readonly Category[];
  readonly exercise: Exercise | null;
}

export const envelope: Decoder<Envelope> = shape<Envelope>({
  state: anyState,
  made: maybe(text(10)),
  by: maybe(text(40)),
  hidden: list(oneOf(CATEGORY_IDS), 20),
  exercise: maybe(shape<Exercise>({ question: text(), answer: text() })),
});
