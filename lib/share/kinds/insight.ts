import { type Evidence, type Insight, PROBLEMS, SEVERITIES } from '#lib/model/insight.ts';
import { type Decoder, either, list, maybe, number, oneOf, shape, text } from '../codec/decode.ts';

/** A number that speaks for an insight, without the SQL: whoever opens a link has no tables to ask. */
export type SharedEvidence = Omit<Evidence, 'sql'>;

/** An insight as a link carries it. Names, units and ranges are those of `Insight`. */
export interface SharedInsight
  extends Pick<
    Insight,
    | 'problem'
    | 'title'
    | 'why_it_matters'
    | 'severity'
    | 'confidence'
    | 'why_confidence'
    | 'impact'
    | 'share_of_run'
    | 'occurrences'
    | 'options'
  > {
  readonly evidence: readonly SharedEvidence[];
}

export interface InsightState {
  readonly kind: 'insight';
  /** The application's name. */
  readonly run: string | null;
  readonly insight: SharedInsight;
}

const UNITS = ['ms', 'bytes', 'records', 'tasks', 'files', 'count', 'ratio', 'share', 'text'] as const;
const impact = shape({ lower_ms: number, upper_ms: number });

export const insightDecoder: Decoder<SharedInsight> = shape<SharedInsight>({
  problem: oneOf(PROBLEMS),
  title: text(),
  why_it_matters: text(),
  severity: oneOf(SEVERITIES),
  confidence: oneOf(['high', 'medium', 'low']),
  why_confidence: text(),
  evidence: list(
    shape<SharedEvidence>({
      metric: text(),
      value: maybe(either(number, text(8_000))),
      unit: oneOf(UNITS),
      compared_with: maybe(text()),
    }),
    50,
  ),
  impact,
  share_of_run: number,
  occurrences: list(
    shape({ where: text(), stages: list(text(40)), sql_executions: list(number), impact }),
    100,
  ),
  options: list(shape({ action: text(), trade_off: text(), avoid_when: text() }), 20),
});

export const insightState: Decoder<InsightState> = shape<InsightState>({
  kind: oneOf(['insight']),
  run: maybe(text()),
  insight: insightDecoder,
});

/** Places of one insight that are carried; the rest is a number in its title anyway. */
const MAX_OCCURRENCES = 20;

export function sharedInsight(insight: Insight): SharedInsight {
  return {
    problem: insight.problem,
    title: insight.title,
    why_it_matters: insight.why_it_matters,
    severity: insight.severity,
    confidence: insight.confidence,
    why_confidence: insight.why_confidence,
    evidence: insight.evidence.map(({ metric, value, unit, compared_with }) => ({
      metric,
      value,
      unit,
      compared_with,
    })),
    impact: insight.impact,
    share_of_run: insight.share_of_run,
    occurrences: insight.occurrences.slice(0, MAX_OCCURRENCES),
    options: insight.options,
  };
}
