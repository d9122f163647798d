import { readForRules } from '#lib/analyzers/code/read-program.ts';
import { REGISTRY } from '#lib/analyzers/code/registry.ts';
import { type Found, runRules } from '#lib/analyzers/code/run-rules.ts';
import { type PredictOptions, predictProject } from '#lib/pyspark/predict.ts';
import { readProject } from '#lib/pyspark/predict-program.ts';
import { viewProgram } from '#lib/pyspark/view/program-view.ts';
import type { CodeFinding, CodeState } from './engine-state.ts';
import type { ProgramText } from './workspace.ts';

/** The playground's answers about a program, without the playground. */
export async function codeState({ files, main }: ProgramText, options: PredictOptions): Promise<CodeState> {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, { text }] as const));
  const read = await readProject(sources, main, options, { calls: true });
  const rules = await readForRules(sources, main, options);
  return {
    prediction: await predictProject(sources, main, options),
    graph: viewProgram(read, options).graph('physical'),
    findings: runRules(rules, REGISTRY).map(toFinding),
  };
}

function toFinding({ rule, severity, message, where }: Found): CodeFinding {
  return { id: rule.id, name: rule.name, severity, message, file: where.file, line: where.line };
}
