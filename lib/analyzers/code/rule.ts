import type { Confidence, Option, Severity } from '#lib/model/insight.ts';
import type { SourceRange } from '#lib/pyspark/program.ts';
import type { RuleContext } from './context.ts';

/**
 * What a rule rests on. `C`: the code alone shows it. `C+`: the code shows the pattern, and how much it matters depends on
 * sizes or on the run, which a catalog or an event log can tell.
 */
export type EvidenceClass = 'C' | 'C+';

/** A replacement of `[from, to)` of the file by `text`; offsets are those of the program's Python text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Only offered where the program goes on to mean the same. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly [Edit, ...Edit[]];
}

export interface RuleFinding {
  readonly where: SourceRange;
  /** What is the case here, with the facts that were used. */
  readonly message: string;
  readonly confidence: Confidence;
  readonly whyConfidence: string;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fix?: Fix;
}

/** An anti-pattern in a program: its page's facts as data, and how it is found. */
export interface Rule {
  /** Public and stable: in suppressions, reports and links. */
  readonly id: string;
  /** What is wrong as a noun, in kebab case; also the name of its three files. */
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  readonly evidence: EvidenceClass;
  /** One sentence: why care. */
  readonly why: string;
  /** When it is fine as it is. */
  readonly notWhen: string;
  readonly options: readonly [Option, ...Option[]];
  check(context: RuleContext): Iterable<RuleFinding>;
}
