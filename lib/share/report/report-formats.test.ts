import { describe, expect, it } from 'vitest';
import { aboutLink, STATES } from '../testing.ts';
import type { ReportContent } from './report-content.ts';
import { REPORT_FORMATS } from './report-formats.ts';
import { reportHtml } from './report-html.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';

const content: ReportContent = { ...aboutLink, state: STATES.analysis };
const HOSTILE = `</style><script>alert(1)</script><img src=x onerror=alert(2)> | \`**x** [a](javascript:b)\n# "'&`;

/** The summary with the hostile text wherever a log can put one. */
const hostile: ReportContent = {
  ...content,
  state: {
    ...STATES.analysis,
    application: { ...STATES.analysis.application, name: HOSTILE, spark_user: HOSTILE },
    trust: STATES.analysis.trust.map((fact) => ({ ...fact, detail: HOSTILE })),
    insights: STATES.analysis.insights.map((insight) => ({
      ...insight,
      title: HOSTILE,
      evidence: [{ metric: HOSTILE, value: HOSTILE, unit: 'text' as const, compared_with: HOSTILE }],
      occurrences: [1, 2].map(() => ({ ...insight.occurrences[0]!, where: HOSTILE })),
    })),
    clear: [{ problem: 'spill', checked: HOSTILE }],
  },
};

describe('a report', () => {
  it.each(REPORT_FORMATS)('as $label has the name, the figures and the evidence', ({ write }) => {
    const text = write(content);
    for (const part of ['nightly-orders', '3.5.8', 'longest task', 'Salt the key', '2026-11-21'])
      expect(text).toContain(part);
  });

  it.each(REPORT_FORMATS)('as $label can be of one insight', ({ write }) => {
    expect(write({ ...content, state: STATES.insight })).toContain('Task skew in stage 7');
  });
});

describe('reportHtml', () => {
  it('needs no script and no network, and forbids itself both', () => {
    const html = reportHtml(content);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|@import|url\(/i);
  });

  it('shows texts of a log as they are and never as markup', () => {
    const html = reportHtml(hostile);
    expect(html).not.toMatch(/<script|<img|onerror=alert\(2\)>/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('has the units of its figures', () => {
    expect(reportHtml(content)).toContain('<dt>Read</dt><dd>2.10 GiB</dd>');
    expect(reportHtml(content)).toContain('<td>41.0 s</td><td>median 9 s of 200 tasks</td>');
  });

  it('says what was hidden', () => {
    expect(reportHtml(content)).toContain('Hidden before it was shared: paths.');
    expect(reportHtml({ ...content, hidden: [] })).toContain('Nothing was hidden.');
  });
});

describe('reportMarkdown', () => {
  it('keeps tables whole and lets no text become markup', () => {
    const markdown = reportMarkdown(hostile);
    expect(markdown).not.toMatch(/(?<!\\)[<`]|(?<!\\)\[a/);
    for (const row of markdown.split('\n').filter((line) => line.startsWith('| ')))
      expect([2, 3]).toContain(row.replaceAll('\\|', '').split('|').length - 2);
  });

  it('puts the gravest insight first, as they came', () => {
    expect(reportMarkdown(content).match(/^### .*/gm)).toEqual([
      '### high: Task skew in stage 7 (collect at /home/ann/etl.py:63)',
      '### low: Spill to disk in stage 7',
    ]);
  });
});

describe('reportJson', () => {
  it('names its format and has the summary under the names of the command line', () => {
    expect(JSON.parse(reportJson(content))).toMatchObject({
      format: 'shufflescope-analysis',
      version: 1,
      hidden: ['paths'],
      stats: { tasks: 412 },
      not_applicable: [{ problem: 'python-udf' }],
    });
  });
});
