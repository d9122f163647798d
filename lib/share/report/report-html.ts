import { impactText } from '#lib/analyzers/run/impact-text.ts';
import type { Problem } from '#lib/model/insight.ts';
import { problemName } from '#lib/model/problem-name.ts';
import type { SharedInsight } from '../kinds/insight.ts';
import { evidenceCells, type ReportContent, reportParts } from './report-content.ts';
import { REPORT_STYLE } from './report-style.ts';

/**
 * One file that opens anywhere, without scripts and without a network: its own policy forbids both. Every text that
 * comes from the log is escaped.
 */
export function reportHtml(content: ReportContent): string {
  const { title, about, figures, trust, insights, clear, notApplicable } = reportParts(content);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} · Shufflescope report</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(title)}</h1>
${about.map((line) => `<p class="soft">${escapeHtml(line)}</p>`).join('\n')}
</header>
${figures.length > 0 ? section('Figures', `<dl class="figures">${figures.map(pair).join('\n')}</dl>`) : ''}
${trust.length > 0 ? section('What the log does not tell', list(trust.map(escapeHtml))) : ''}
${section('Insights', insights.map(insightPart).join('\n') || '<p>None of the problems that were looked for was found in this run.</p>')}
${clear.length > 0 ? section('Checked and clear', list(clear.map(checkPart))) : ''}
${notApplicable.length > 0 ? section('Not applicable', list(notApplicable.map(checkPart))) : ''}
</main>
</body>
</html>
`;
}

function insightPart(insight: SharedInsight): string {
  const { severity, title, confidence, why_confidence, evidence, why_it_matters, occurrences, options } =
    insight;
  return `<article>
<h3><span class="severity">${escapeHtml(severity)}</span> ${escapeHtml(title)}</h3>
<p class="soft">${escapeHtml(`${impactText(insight)} Confidence ${confidence}: ${why_confidence}.`)}</p>
<table>
<thead><tr><th scope="col">Evidence</th><th scope="col">Value</th><th scope="col">Compared with</th></tr></thead>
<tbody>
${evidence
  .map(evidenceCells)
  .map(
    ([metric, value, compared]) =>
      `<tr><th scope="row">${escapeHtml(metric)}</th><td>${escapeHtml(value)}</td><td>${escapeHtml(compared)}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>
<p>${escapeHtml(why_it_matters)}</p>
${
  occurrences.length > 1
    ? `<details><summary>${occurrences.length} places</summary>${list(occurrences.map(({ where }) => escapeHtml(where)))}</details>`
    : ''
}
${list(
  options.map(
    ({ action, trade_off, avoid_when }) =>
      `${escapeHtml(action)}<br><span class="soft">Costs: ${escapeHtml(trade_off)}<br>Not when: ${escapeHtml(avoid_when)}</span>`,
  ),
)}
</article>`;
}

function section(title: string, body: string): string {
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n${body}\n</section>`;
}

/** Items are markup already. */
function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

function pair([name, value]: readonly [string, string]): string {
  return `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

function checkPart([problem, text]: readonly [Problem, string]): string {
  return `<b>${escapeHtml(problemName(problem))}</b>: ${escapeHtml(text)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
