import { type PlanKey, planKey } from '#lib/plan/logical/plan-key.ts';
import { withNumbers } from '#lib/plan/logical/with-numbers.ts';
import {
  type ActionPrediction,
  type ActionRequest,
  type PredictContext,
  predictAction,
} from '#lib/plan/predict-action.ts';

interface Known {
  readonly prediction: ActionPrediction;
  readonly places: readonly number[];
}

/**
 * Predictions of an earlier version of a program, for those of its actions that have the same plan again. While somebody
 * types, that is all but one or two.
 */
export class PredictionMemo {
  #known = new Map<string, Known>();
  #settings: PredictContext['settings'] | undefined;
  #catalog: PredictContext['catalog'] | undefined;

  /** A run over one version of the program; `end` forgets what it did not ask for. */
  begin(context: PredictContext): MemoRun {
    const { settings, catalog } = context;
    if (settings !== this.#settings || catalog !== this.#catalog) this.#known = new Map();
    this.#settings = settings;
    this.#catalog = catalog;
    return new MemoRun(context, this.#known, (used) => {
      this.#known = used;
    });
  }
}

/** An action that was asked for, and which earlier ones leave something behind that it may find. */
interface Asked {
  readonly request: ActionRequest;
  readonly key: PlanKey;
  readonly text: string;
  readonly after: readonly Asked[];
  done: boolean;
}

export class MemoRun {
  readonly context: PredictContext;
  readonly #before: ReadonlyMap<string, Known>;
  readonly #used = new Map<string, Known>();
  readonly #asked: Asked[] = [];
  readonly #keep: (used: Map<string, Known>) => void;

  constructor(
    context: PredictContext,
    before: ReadonlyMap<string, Known>,
    keep: (used: Map<string, Known>) => void,
  ) {
    this.context = context;
    this.#before = before;
    this.#keep = keep;
  }

  predict(request: ActionRequest): ActionPrediction {
    const asked = this.#askedFor(request);
    if (asked === undefined) {
      // An RDD may find what any action before it has left, so those are run first.
      for (const each of this.#asked) this.#run(each);
      return predictAction(request, this.context);
    }
    this.#asked.push(asked);
    const known = this.#before.get(asked.text);
    if (known) {
      this.#used.set(asked.text, known);
      return withNumbers(known.prediction, known, { places: placesOf(asked) });
    }
    for (const each of asked.after) this.#run(each);
    const prediction = predictAction(request, this.context);
    asked.done = true;
    this.#used.set(asked.text, { prediction, places: placesOf(asked) });
    return prediction;
  }

  end(): void {
    this.#keep(this.#used);
  }

  #askedFor(request: ActionRequest): Asked | undefined {
    const { on } = request;
    if (on.kind === 'rdd') return undefined;
    const key = planKey(on.plan);
    const after = this.#asked.filter(
      (each) =>
        sameFrame(each.request, request) || [...each.key.caches].some((cache) => key.caches.has(cache)),
    );
    const text = JSON.stringify([
      request.method,
      request.at !== undefined,
      on.kind,
      on.frame >= 0,
      request.rows,
      request.conf,
      key.text,
      after.map((each) => each.text),
    ]);
    return { request, key, text, after, done: false };
  }

  #run(asked: Asked): void {
    if (asked.done) return;
    asked.done = true;
    for (const each of asked.after) this.#run(each);
    predictAction(asked.request, this.context);
  }
}

/** The operations that a prediction speaks of: those of the plan, then the action's own. */
function placesOf({ key, request }: Asked): readonly number[] {
  return request.at === undefined ? key.places : [...key.places, request.at];
}

function sameFrame(a: ActionRequest, b: ActionRequest): boolean {
  return a.on.kind !== 'rdd' && b.on.kind !== 'rdd' && a.on.frame >= 0 && a.on.frame === b.on.frame;
}
