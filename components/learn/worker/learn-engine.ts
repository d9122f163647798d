import { exists, invariant } from '#lib/base/assert.ts';
import { runChecks, slipIn } from '#lib/learn/check/check.ts';
import type { Engines } from '#lib/learn/engine/look-at.ts';
import { applyPatch, type Workspace, type WorkspacePatch } from '#lib/learn/engine/workspace.ts';
import { judge } from '#lib/learn/question/judge.ts';
import type { Answer, Judgement } from '#lib/learn/question/question.ts';
import type { Values } from '#lib/learn/scenario/figure.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { Step, StepKind, Variant } from '#lib/learn/scenario/step.ts';
import type { CheckedWork, KnownFigures, LearnWorker, PointingTask } from './protocol.ts';
import { knownValues, lazyValues, type States, Views } from './views.ts';

/** Runs what a scenario asks of the engines. Lives in a worker; engines are given, so that it runs in Node as well. */
export class LearnEngine implements LearnWorker {
  readonly #engines: Engines;
  readonly #load: (id: string) => Promise<Scenario>;

  constructor(engines: Engines, load: (id: string) => Promise<Scenario>) {
    this.#engines = engines;
    this.#load = load;
  }

  async figures(id: string, seed: number, onFigures: (figures: KnownFigures) => void): Promise<void> {
    const scenario = await this.#load(id);
    const variant = variantOf(scenario, seed);
    const views = this.#views(scenario, scenario.situations);
    const variantViews = this.#views(scenario, { variant: variant.workspace });
    const waiting = new Set(Object.values(scenario.situations).flatMap(({ log }) => log ?? []));
    // Their engine starts in a worker of its own while programs are predicted here.
    const reading = [...waiting].map((log) => this.#read(log, scenario));
    const variantStates = await variantViews.full();
    const tell = (states: States) =>
      onFigures({
        values: knownValues(scenario.figures, states),
        variant: knownValues(variant.figures, variantStates),
        waiting: [...waiting],
        problems: problemsOf(states, variantStates),
      });
    let states = await views.quick();
    tell(states);
    await Promise.all(
      reading.map(async (log) => {
        const name = await log;
        // Another log may be told of meanwhile: what is known is added to only when this one is known too.
        const measured = await this.#views(scenario, withLog(scenario, name)).full();
        waiting.delete(name);
        states = { ...states, ...measured };
        tell(states);
      }),
    );
  }

  async values(id: string, names: readonly string[]): Promise<Values> {
    const scenario = await this.#load(id);
    const views = this.#views<string>(scenario, scenario.situations);
    return views.answer((states) => {
      const lazy = lazyValues(scenario.figures, states);
      return Object.fromEntries(names.map((name) => [name, exists(lazy[name], `the figure ${name}`)]));
    });
  }

  async targets(id: string, step: string): Promise<PointingTask> {
    const scenario = await this.#load(id);
    const { shows, among, meant } = stepOf(scenario, step, 'observe');
    const views = this.#views(scenario, { shown: situation(scenario, shows.situation) });
    return views.answer(({ shown }) => ({ targets: among(shown), meant: meant(shown) }));
  }

  async judge(id: string, seed: number, step: string, answer: Answer): Promise<Judgement> {
    const scenario = await this.#load(id);
    const { question, figures, workspaces } = asked(scenario, seed, step);
    const views = this.#views<string>(scenario, workspaces);
    return views.answer((states) => judge(question, answer, lazyValues(figures, states), states));
  }

  async check(id: string, step: string, work: WorkspacePatch): Promise<CheckedWork> {
    const scenario = await this.#load(id);
    const { shows, checks, keeps, slips } = stepOf(scenario, step, 'act');
    const start = situation(scenario, shows.situation);
    // Stored work may come from a file, and a log is nothing that a learner changes.
    const { log: _log, ...patch } = work;
    const now = applyPatch(start, patch);
    const views = this.#views(scenario, { now, start });
    const checked = (looks: States<'now' | 'start'>): CheckedWork => {
      const { problems } = looks.now;
      const slip = slipIn(slips, looks);
      return {
        checks: runChecks(checks, looks),
        keeps: runChecks(keeps, looks),
        slip: slip && { id: slip.id, say: slip.say },
        problems,
        answer: now.sql === undefined || problems.length > 0 ? undefined : looks.now.measurement?.answer,
      };
    };
    return now.sql === undefined ? views.answer(checked) : checked(await views.full());
  }

  /** Reads a log ahead; why it could not be read is told where its figures are asked for. */
  async #read(log: string, { queries }: Scenario): Promise<string> {
    await this.#engines.measure(log, queries).catch(() => undefined);
    return log;
  }

  #views<Name extends string>(
    { queries }: Scenario,
    workspaces: Readonly<Record<Name, Workspace>>,
  ): Views<Name> {
    return new Views(workspaces, queries, this.#engines);
  }
}

type Asked = Pick<Variant, 'question' | 'figures'> & {
  readonly workspaces: Readonly<Record<string, Workspace>>;
};

function asked(scenario: Scenario, seed: number, id: string): Asked {
  const step = scenario.steps.find((each) => each.id === id);
  if (step?.kind === 'transfer') {
    const { question, figures, workspace } = step.vary(seededRandom(seed));
    return { question, figures, workspaces: { variant: workspace } };
  }
  invariant(step?.kind === 'predict' || step?.kind === 'recall', `${id} asks a question`);
  return { question: step.question, figures: scenario.figures, workspaces: scenario.situations };
}

function variantOf({ steps }: Scenario, seed: number): Variant {
  const step = exists(
    steps.find((each) => each.kind === 'transfer'),
    'a transfer step',
  );
  return step.vary(seededRandom(seed));
}

function stepOf<K extends StepKind>(scenario: Scenario, id: string, kind: K): Extract<Step, { kind: K }> {
  const step = scenario.steps.find(
    (each): each is Extract<Step, { kind: K }> => each.kind === kind && each.id === id,
  );
  return exists(step, `the step ${id}`);
}

function situation({ situations }: Scenario, name: string): Workspace {
  return exists(situations[name], `the situation ${name}`);
}

function withLog({ situations }: Scenario, log: string): Readonly<Record<string, Workspace>> {
  return Object.fromEntries(Object.entries(situations).filter(([, each]) => each.log === log));
}

function problemsOf(...all: readonly States[]): readonly string[] {
  return [...new Set(all.flatMap((states) => Object.values(states).flatMap(({ problems }) => problems)))];
}
