import { plural } from '#lib/base/format.ts';
import type { PredictedAction, PredictedExchange, Prediction } from '#lib/plan/prediction.ts';

/** A prediction for people: each action with its exchanges and why they are there. */
export function printPrediction({ program, spark, actions, eager, unresolved }: Prediction): string {
  const lines = [`PREDICTED for ${program}, Spark ${spark}, by its rules; nothing was run.`];
  if (actions.length === 0) lines.push('No action was found: nothing makes Spark execute.');
  for (const action of actions) lines.push('', ...actionLines(action));
  for (const call of eager)
    lines.push('', `line ${call.line}  ${call.method}() runs ${plural(call.jobs, 'job')} by itself`);
  if (unresolved.length > 0) lines.push('', 'What cannot be known:');
  for (const { line, column, what, effect } of unresolved)
    lines.push(`  ${line}:${column}  ${what}: ${effect}`);
  return `${lines.join('\n')}\n`;
}

function actionLines(action: PredictedAction): readonly string[] {
  const where = `${action.file ? `${action.file}:` : 'line '}${action.line}`;
  return [
    `${where}  ${action.method}()  ${plural(action.jobs, 'job')}, ${plural(action.stages, 'stage')}`,
    ...action.exchanges.map((exchange) => `  ${exchangeText(exchange)}\n      ${exchange.because}`),
    ...action.joins.map(
      ({ type, joinType, buildSide, because }) =>
        `  ${type} ${joinType}${buildSide ? `, builds the ${buildSide} side` : ''}\n      ${because}`,
    ),
    ...(action.optimizer ?? []).map(
      ({ rule, line, what }) => `  optimizer${line === undefined ? '' : `, line ${line}`}: ${what} (${rule})`,
    ),
    ...(action.depends ?? []).map((text) => `  depends on the data: ${text}`),
  ];
}

function exchangeText({ kind, keys, numPartitions, line, reused }: PredictedExchange): string {
  const of = kind === 'broadcast' || keys.length === 0 ? '' : ` (${keys.join(', ')})`;
  const into = kind === 'broadcast' ? '' : `, ${plural(numPartitions, 'partition')}`;
  const from = line === undefined ? '' : `, from line ${line}`;
  return `exchange: ${kind}${of}${into}${from}${reused ? ', reused' : ''}`;
}
