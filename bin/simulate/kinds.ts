import type { PythonLanguage } from '#lib/pyspark/syntax/parser.ts';
import type { CaseKind } from '#lib/simulator/cases/case-kind.ts';
import { CASE_KINDS } from '#lib/simulator/cases/registry.ts';
import { dataSize } from './data-size.ts';
import { exchangeElision } from './exchange-elision.ts';
import { hashPlacement } from './hash-placement.ts';
import { jobStageCount } from './job-stage-count.ts';
import { rangePartition } from './range-partition.ts';

/** Every kind of case. Those whose input is text of a program are read by the parsers that `predict` uses. */
export function caseKinds(language: PythonLanguage): readonly CaseKind[] {
  return [
    ...CASE_KINDS,
    dataSize,
    exchangeElision(language),
    hashPlacement,
    jobStageCount(language),
    rangePartition,
  ];
}
