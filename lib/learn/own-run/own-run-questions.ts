import { exists } from '#lib/base/assert.ts';
import type { Clear, Evidence, EvidenceUnit, Insight } from '#lib/model/insight.ts';
import { problemName } from '#lib/model/problem-name.ts';
import { measured } from '../engine/readings.ts';
import type { Question, SliderQuestion } from '../question/question.ts';
import type { Figure, FigureUnit, Values } from '../scenario/figure.ts';

/** A question about a run that somebody opened: predict first, then look where the answer is. */
export interface OwnRunQuestion {
  readonly id: string;
  readonly question: Question;
  /** What the run says, for `judge`. */
  readonly values: Values;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Prose for after the answer: what was found, and why it matters. */
  readonly reveal: string;
  /** Where the answer is to be seen: an insight, and the SQL that returns the number. */
  readonly look: { readonly insight: string; readonly sql: string | null; readonly docs: string };
}

const MOST = 5;
/** Problems to choose from, the one that is there among them. */
const CHOICES = 4;
/** What may be answered, by unit: wide enough that the range tells nothing. */
const RANGES: Readonly<
  Partial<Record<EvidenceUnit, Pick<SliderQuestion, 'unit' | 'min' | 'max' | 'scale' | 'right' | 'close'>>>
> = {
  ms: { unit: 'ms', min: 10, max: 86_400_000, scale: 'log', right: 1.5, close: 3 },
  bytes: { unit: 'bytes', min: 1024, max: 2 ** 50, scale: 'log', right: 2, close: 8 },
  records: { unit: 'records', min: 1, max: 1e12, scale: 'log', right: 2, close: 8 },
  tasks: { unit: 'tasks', min: 1, max: 1_000_000, scale: 'log', right: 1.3, close: 2 },
  files: { unit: 'files', min: 1, max: 10_000_000, scale: 'log', right: 1.5, close: 3 },
  count: { unit: 'count', min: 1, max: 1e9, scale: 'log', right: 1.5, close: 3 },
  ratio: { unit: 'ratio', min: 1, max: 10_000, scale: 'log', right: 1.5, close: 3 },
  share: { unit: 'share', min: 0, max: 1, scale: 'linear', right: 0.1, close: 0.2 },
};

/** Up to five questions from what the detectors found, the gravest first; none where they found nothing. */
export function ownRunQuestions(
  insights: readonly Insight[],
  clear: readonly Clear[],
): readonly OwnRunQuestion[] {
  const [gravest] = insights;
  if (!gravest) return [];
  const general = [whichProblem(gravest, insights, clear), whatTouchesMost(insights)];
  // The first number of each insight before the second of any.
  const numbers = [0, 1].flatMap((place) => insights.flatMap((insight) => howMuch(insight, place)));
  return [...general.flatMap((each) => each ?? []), ...numbers].slice(0, MOST);
}

/** Texts of an insight go into prose as figures: whatever braces they hold, they are shown as they are. */
const REVEAL = '{title}. {why}';

function aboutInsight({ id, title, why_it_matters }: Insight): Pick<OwnRunQuestion, 'values' | 'figures'> {
  return {
    values: { title, why: why_it_matters },
    figures: {
      title: figureOf('text', id, (insight) => insight.title),
      why: figureOf('text', id, (insight) => insight.why_it_matters),
    },
  };
}

/** A figure of the run that is open, which is the only situation. */
function figureOf(unit: FigureUnit, id: string, read: (insight: Insight) => number | string): Figure {
  return {
    ...{ of: 'run', unit },
    read: (state) =>
      read(
        exists(
          measured(state).insights.find((insight) => insight.id === id),
          id,
        ),
      ),
  };
}

function lookAt(insight: Insight, sql: string | null = null): OwnRunQuestion['look'] {
  return { insight: insight.id, sql, docs: insight.docs };
}

/** Which of several problems is there? The others were looked for and not found. */
function whichProblem(
  gravest: Insight,
  insights: readonly Insight[],
  clear: readonly Clear[],
): OwnRunQuestion | undefined {
  const found = new Set(insights.map(({ problem }) => problem));
  const others = clear.filter(({ problem }) => !found.has(problem)).slice(0, CHOICES - 1);
  if (others.length === 0) return undefined;
  const choices = [
    { problem: gravest.problem, say: 'The checks found it.' },
    ...others.map(({ problem, checked }) => ({ problem, say: `Looked for and not found: ${checked}` })),
  ].toSorted((a, b) => a.problem.localeCompare(b.problem));
  const about = aboutInsight(gravest);
  return {
    id: 'which-problem',
    question: {
      kind: 'pick',
      ask: 'Which of these does the run show?',
      needs: [],
      options: choices.map(({ problem, say }) => ({
        id: problem,
        label: problemName(problem),
        isSo: (values) => values.problem === problem,
        say,
      })),
    },
    values: { ...about.values, problem: gravest.problem },
    figures: { ...about.figures, problem: figureOf('text', gravest.id, ({ problem }) => problem) },
    reveal: REVEAL,
    look: lookAt(gravest),
  };
}

/** Which problem touches most of the run? Only where the order is clear. */
function whatTouchesMost(insights: readonly Insight[]): OwnRunQuestion | undefined {
  const byProblem = new Map(insights.toReversed().map((insight) => [insight.problem, insight]));
  const sorted = [...byProblem.values()]
    .toSorted((a, b) => b.share_of_run - a.share_of_run)
    .slice(0, CHOICES);
  const isClear = sorted.every((each, i) => i === 0 || sorted[i - 1]!.share_of_run > each.share_of_run);
  if (sorted.length < 3 || !isClear) return undefined;
  const named = sorted.toSorted((a, b) => a.problem.localeCompare(b.problem));
  return {
    id: 'touches-most',
    question: {
      kind: 'order',
      ask: 'Order these by the share of the working time that they touch, the largest first.',
      needs: [],
      items: named.map(({ problem }) => ({ id: problem, label: problemName(problem), by: problem })),
      say: 'What stands out in a list of tasks need not be what the run waits for.',
    },
    values: Object.fromEntries(named.map(({ problem, share_of_run }) => [problem, share_of_run])),
    figures: Object.fromEntries(
      named.map(({ problem, id }) => [problem, figureOf('share', id, ({ share_of_run }) => share_of_run)]),
    ),
    reveal: 'Each has the share of the run’s time that it touches at most.',
    look: lookAt(sorted[0]!),
  };
}

/** The n-th evidence row whose value is a number that fits a slider. */
function howMuch(insight: Insight, place: number): readonly OwnRunQuestion[] {
  const rows = insight.evidence.filter(isAskable);
  const row = rows[place];
  if (!row) return [];
  const range = RANGES[row.unit]!;
  const where = insight.stages[0] === undefined ? '' : ` in stage ${insight.stages[0]}`;
  const beside = row.compared_with === null ? '' : ` (${row.compared_with})`;
  const about = aboutInsight(insight);
  const at = insight.evidence.indexOf(row);
  return [
    {
      id: `${insight.id}-${place}`,
      question: {
        ...{ kind: 'slider', needs: [], truth: 'value', beliefs: [] },
        ...range,
        ask: `${problemName(insight.problem)}${where}: ${row.metric}${beside}?`,
      },
      values: { ...about.values, value: row.value },
      figures: {
        ...about.figures,
        value: figureOf(range.unit, insight.id, ({ evidence }) => exists(evidence[at]?.value, row.metric)),
      },
      reveal: REVEAL,
      look: lookAt(insight, row.sql),
    },
  ];
}

type NumberRow = Evidence & { readonly value: number };

function isAskable(row: Evidence): row is NumberRow {
  const range = RANGES[row.unit];
  return (
    range !== undefined && typeof row.value === 'number' && row.value >= range.min && row.value <= range.max
  );
}
