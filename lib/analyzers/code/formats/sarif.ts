import type { Severity } from '#lib/model/insight.ts';
import { LineTable } from '#lib/pyspark/syntax/line-table.ts';
import type { Rule } from '../rule.ts';
import { columnOf, type Located } from './located.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** SARIF 2.1.0, as code scanning reads it. Lines and columns count from 1, columns in UTF-16 units. */
export function toSarif(all: readonly Located[], rules: readonly Rule[]): unknown {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Shufflescope', rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: all.map((located) => result(located, rules)),
      },
    ],
  };
}

function descriptor(rule: Rule) {
  const options = rule.options.map(
    ({ action, trade_off, avoid_when }) => `- ${action} ${trade_off} Leave it when: ${avoid_when}`,
  );
  const text = [rule.why, `Fine as it is when: ${rule.notWhen}`, 'What one can do:', ...options].join('\n');
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text, markdown: text },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { evidence: rule.evidence },
  };
}

function result(located: Located, rules: readonly Rule[]) {
  const { found, path, text } = located;
  const { rule, where, fix } = found;
  const lines = text === undefined ? undefined : new LineTable(text);
  const region = (from: number, to: number) => {
    const [start, end] = [lines!.at(from), lines!.at(to)];
    return {
      startLine: start.line,
      startColumn: start.column + 1,
      endLine: end.line,
      endColumn: end.column + 1,
    };
  };
  const artifactLocation = { uri: uriOf(path) };
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[found.severity],
    message: { text: found.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: lines
            ? region(where.from, where.to)
            : { startLine: where.line, startColumn: columnOf(located) },
        },
      },
    ],
    properties: { confidence: found.confidence, whyConfidence: found.whyConfidence },
    ...(fix && lines
      ? {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: fix.edits.map((edit) => ({
                    deletedRegion: region(edit.from, edit.to),
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            },
          ],
        }
      : {}),
  };
}

/** A relative reference: what a URI does not take is escaped, slashes stay. */
function uriOf(path: string): string {
  return path.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}
