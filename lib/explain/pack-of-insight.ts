import type { QuantityUnit } from '#lib/base/format.ts';
import type { Evidence, Insight, Problem } from '#lib/model/insight.ts';
import type { EvidencePack } from './evidence-pack.ts';
import { isLabel, type Label, labelOf } from './labels.ts';
import { PackBuilder } from './pack-builder.ts';
import { PROBLEM_KNOWLEDGE } from './problem-knowledge.ts';
import { type Quantity, readQuantities, type TextUnit } from './read-quantities.ts';
import { operatorsIn } from './terms.ts';

/** The numbers of a measured insight. Titles, messages, places and SQL stay behind: they can hold names of the user. */
export function packOfInsight(insight: Insight, origin: EvidencePack['origin'] = 'measured'): EvidencePack {
  const builder = new PackBuilder();
  const { problem, severity, confidence, impact, occurrences, stages, sql_executions } = insight;
  for (const evidence of insight.evidence) addEvidence(builder, evidence, ABOUT_FILES.has(problem));
  builder.fact('places with this problem', occurrences.length, 'count');
  builder.fact('stages concerned', stages.length, 'count');
  builder.fact('SQL executions concerned', sql_executions.length, 'count');
  builder.fact('time touched at least', impact.lower_ms, 'ms');
  builder.fact('time touched at most', impact.upper_ms, 'ms');
  builder.fact('share of the run touched at most', insight.share_of_run, 'share');
  for (const name of PROBLEM_KNOWLEDGE[problem].settings) builder.term({ kind: 'setting', name });
  return builder.build(origin, { kind: 'insight', problem, severity, confidence });
}

/** Problems of the log itself: what their figures are held against names files. */
const ABOUT_FILES: ReadonlySet<Problem> = new Set(['incomplete-log', 'event-loss']);

function addEvidence(
  builder: PackBuilder,
  { metric, value, unit, compared_with }: Evidence,
  alone: boolean,
): void {
  const label = labelWithoutQuantities(metric);
  if (unit === 'text' || typeof value !== 'number') {
    // Of a text only Spark's own operators are taken; a number in it could be part of a name.
    for (const name of operatorsIn(typeof value === 'string' ? value : ''))
      builder.term({ kind: 'operator', name });
    return;
  }
  builder.fact(label, value, unit);
  // Of the words it is held against only the quantities are taken.
  const compared = alone || label === 'figure' ? [] : readQuantities(compared_with ?? '');
  const unitOf = ({ unit: found }: Quantity) =>
    found === 'plain' && COUNTED.includes(unit) ? unit : UNITS[found];
  for (const quantity of compared) {
    const known = unitOf(quantity);
    if (known) builder.fact(label, quantity.value, known, { role: 'compared' });
  }
  const first = compared.find((quantity) => unitOf(quantity) === unit);
  if (first && first.value > 0 && value > first.value)
    builder.fact(label, value / first.value, 'ratio', { role: 'derived' });
}

/** "records it read … median 43,873": a bare number counts what the figure counts. */
const COUNTED: readonly QuantityUnit[] = ['records', 'tasks', 'files'];

const UNITS: Readonly<Partial<Record<TextUnit, QuantityUnit>>> = {
  ms: 'ms',
  bytes: 'bytes',
  share: 'share',
  ratio: 'ratio',
  records: 'records',
  tasks: 'tasks',
  files: 'files',
  plain: 'count',
};

/** "gaps of 1.00 s or more" -> "gaps of … or more"; a quantity in brackets goes with them. */
function labelWithoutQuantities(metric: string): Label {
  let text = metric.replace(/ \([^()]*\d[^()]*\)/g, '');
  for (const { from, to } of readQuantities(text).toReversed())
    text = `${text.slice(0, from)}…${text.slice(to)}`;
  return labelOf(isLabel(metric) ? metric : text);
}
