import { toJson } from '#lib/analyzers/code/formats/json.ts';
import type { Located } from '#lib/analyzers/code/formats/located.ts';
import { toSarif } from '#lib/analyzers/code/formats/sarif.ts';
import { toText } from '#lib/analyzers/code/formats/text.ts';
import type { Rule } from '#lib/analyzers/code/rule.ts';

export const LINT_FORMATS = ['text', 'json', 'sarif'] as const;
export type LintFormat = (typeof LINT_FORMATS)[number];

export function printLint(all: readonly Located[], format: LintFormat, rules: readonly Rule[]): string {
  switch (format) {
    case 'text':
      return toText(all);
    case 'json':
      return `${JSON.stringify(toJson(all), null, 1)}\n`;
    case 'sarif':
      return `${JSON.stringify(toSarif(all, rules), null, 1)}\n`;
  }
}
