import { evidenceText } from '#lib/analyzers/run/evidence-text.ts';
import type { Report } from '#lib/analyzers/run/report.ts';
import { verdict } from '#lib/analyzers/run/verdict.ts';
import { formatMs, plural } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';

/** A report for people: verdict, trust, insights with evidence and options, then what was clear. */
export function printReport(report: Report): string {
  return [
    header(report),
    `MEASURED  ${verdict(report.stats, report.insights)}`,
    ...trust(report),
    ...report.insights.map(insight),
    footer(report),
    '',
  ].join('\n');
}

function header({ application, stats }: Report): string {
  const parts = [
    String(application.name ?? application.app_id ?? 'application without a name'),
    application.spark_version ? `Spark ${application.spark_version}` : '',
    stats.duration_ms === null ? '' : formatMs(stats.duration_ms),
    plural(stats.jobs, 'job'),
    plural(stats.stages, 'stage'),
    plural(stats.tasks, 'task'),
    plural(stats.slots, 'slot'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function trust({ trust: facts }: Report): readonly string[] {
  const shown = facts.filter((fact) => fact.severity !== 'info');
  return shown.map((fact) => `Trust: ${fact.detail} ${fact.affects}`);
}

function insight(each: Insight): string {
  const lines = [
    '',
    `[${each.severity}] ${each.title}   (confidence ${each.confidence}: ${each.why_confidence})`,
    `  ${each.why_it_matters}`,
    ...each.evidence.map(
      (row) => `  - ${row.metric}: ${evidenceText(row)}${row.compared_with ? ` (${row.compared_with})` : ''}`,
    ),
    ...each.options.map(
      (option) => `  > ${option.action} Costs: ${option.trade_off} Not when: ${option.avoid_when}`,
    ),
  ];
  return lines.join('\n');
}

function footer({ clear, not_applicable }: Report): string {
  const list = (items: readonly { readonly problem: string }[]) =>
    items.map((item) => item.problem).join(', ') || 'none';
  return `\nChecked and clear: ${list(clear)}\nNot applicable: ${list(not_applicable)}`;
}
