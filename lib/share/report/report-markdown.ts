import { impactText } from '#lib/analyzers/run/impact-text.ts';
import type { Problem } from '#lib/model/insight.ts';
import { problemName } from '#lib/model/problem-name.ts';
import type { SharedInsight } from '../kinds/insight.ts';
import { evidenceCells, type ReportContent, reportParts } from './report-content.ts';

/** A report for tickets, wikis and pull requests. Texts of the log are escaped, so that none becomes markup. */
export function reportMarkdown(content: ReportContent): string {
  const { title, about, figures, trust, insights, clear, notApplicable } = reportParts(content);
  return [
    `# ${escapeMarkdown(title)}`,
    about.map(escapeMarkdown).join('  \n'),
    figures.length > 0 && table(['', ''], figures),
    trust.length > 0 && section('What the log does not tell', bullets(trust.map(escapeMarkdown))),
    section('Insights', insights.length === 0 ? 'None of the problems that were looked for was found.' : ''),
    ...insights.map(insightPart),
    clear.length > 0 && section('Checked and clear', bullets(clear.map(checkPart))),
    notApplicable.length > 0 && section('Not applicable', bullets(notApplicable.map(checkPart))),
  ]
    .filter((part) => part !== false && part !== '')
    .join('\n\n')
    .concat('\n');
}

function insightPart(insight: SharedInsight): string {
  return [
    `### ${escapeMarkdown(`${insight.severity}: ${insight.title}`)}`,
    escapeMarkdown(`${impactText(insight)} Confidence ${insight.confidence}: ${insight.why_confidence}.`),
    table(['Evidence', 'Value', 'Compared with'], insight.evidence.map(evidenceCells)),
    escapeMarkdown(insight.why_it_matters),
    ...(insight.occurrences.length > 1
      ? [bullets(insight.occurrences.map(({ where }) => escapeMarkdown(where)))]
      : []),
    bullets(
      insight.options.map(
        ({ action, trade_off, avoid_when }) =>
          `${escapeMarkdown(action)}  \n  Costs: ${escapeMarkdown(trade_off)}  \n  Not when: ${escapeMarkdown(avoid_when)}`,
      ),
    ),
  ].join('\n\n');
}

function checkPart([problem, text]: readonly [Problem, string]): string {
  return `${escapeMarkdown(problemName(problem))}: ${escapeMarkdown(text)}`;
}

function section(title: string, body: string): string {
  return body === '' ? `## ${title}` : `## ${title}\n\n${body}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Every character that could begin markup; line breaks would end a cell or a list item. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}
