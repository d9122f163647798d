import type { ReportContent } from './report-content.ts';
import { reportHtml } from './report-html.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';

interface ReportFormat {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly type: string;
  readonly extension: string;
  readonly write: (content: ReportContent) => string;
}

/** The files that a report can be. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    id: 'html',
    label: 'HTML',
    about: 'one file that opens in any browser, without a network and without scripts',
    type: 'text/html',
    extension: 'html',
    write: reportHtml,
  },
  {
    id: 'markdown',
    label: 'Markdown',
    about: 'for a ticket, a wiki or a pull request',
    type: 'text/markdown',
    extension: 'md',
    write: reportMarkdown,
  },
  {
    id: 'json',
    label: 'JSON',
    about: 'for programs, with the names of the command line',
    type: 'application/json',
    extension: 'json',
    write: reportJson,
  },
];
