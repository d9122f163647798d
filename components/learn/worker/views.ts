import { UserError } from '#lib/base/assert.ts';
import type { EngineState, Measurement } from '#lib/learn/engine/engine-state.ts';
import { type Engines, lookAt } from '#lib/learn/engine/look-at.ts';
import type { Queries } from '#lib/learn/engine/measurement.ts';
import type { Workspace } from '#lib/learn/engine/workspace.ts';
import type { Figure, Values } from '#lib/learn/scenario/figure.ts';

/** What a log would have told, which was not read: not yet, or because it could not be. */
export class Unread extends UserError {
  override name = 'Unread';
}

/** What the engines say of a few workspaces, by name. Asking a state for a log that was not read throws `Unread`. */
export type States<Name extends string = string> = Readonly<Record<Name, EngineState>>;

export class Views<Name extends string = string> {
  readonly #workspaces: readonly (readonly [Name, Workspace])[];
  readonly #queries: Queries;
  readonly #engines: Engines;

  constructor(workspaces: Readonly<Record<Name, Workspace>>, queries: Queries, engines: Engines) {
    this.#workspaces = Object.entries(workspaces) as unknown as readonly (readonly [Name, Workspace])[];
    this.#queries = queries;
    this.#engines = engines;
  }

  /** What code and knobs alone tell, at once. */
  quick(): Promise<States<Name>> {
    return this.#all(({ log: _log, ...workspace }) => workspace);
  }

  full(): Promise<States<Name>> {
    return this.#all((workspace) => workspace);
  }

  /** Answers from code and knobs alone where that is enough: logs take seconds, and are read only where one is asked for. */
  async answer<T>(of: (states: States<Name>) => T): Promise<T> {
    try {
      return of(await this.quick());
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      return of(await this.full());
    }
  }

  async #all(part: (workspace: Workspace) => Workspace): Promise<States<Name>> {
    const states = await Promise.all(
      this.#workspaces.map(async ([name, workspace]) => {
        const state = await lookAt(part(workspace), this.#queries, this.#engines);
        return [name, workspace.log === undefined ? state : withLog(state)] as const;
      }),
    );
    return Object.fromEntries(states) as Record<Name, EngineState>;
  }
}

/** The figures, each read when it is asked for. */
export function lazyValues(figures: Readonly<Record<string, Figure>>, states: States): Values {
  const values = {};
  for (const [name, { of, read }] of Object.entries(figures)) {
    const state = states[of];
    if (state) Object.defineProperty(values, name, { get: () => read(state), enumerable: true });
  }
  return values;
}

/** Those figures that can be told. */
export function knownValues(figures: Readonly<Record<string, Figure>>, states: States): Values {
  const lazy = lazyValues(figures, states);
  const values: Record<string, number | string> = {};
  for (const name of Object.keys(lazy)) {
    try {
      values[name] = lazy[name]!;
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
    }
  }
  return values;
}

function withLog(state: EngineState): EngineState {
  if (state.measurement) return state;
  return {
    ...state,
    get measurement(): Measurement {
      throw new Unread(state.problems.join(' ') || 'The log has not been read yet.');
    },
  };
}
