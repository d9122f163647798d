import type { Line } from './run-notation.ts';
import type { Executor } from './slots.ts';

/** Why a task ended, as Spark class JsonProtocol writes it. */
export type Reason = Readonly<Record<string, unknown>> & { readonly Reason: string };

export const SUCCESS: Reason = { Reason: 'Success' };
export const RESUBMITTED: Reason = { Reason: 'Resubmitted' };
export const LOST_THE_RACE: Reason = { Reason: 'TaskKilled', 'Kill Reason': 'another attempt succeeded' };

/** `fails 2 "java.lang.OutOfMemoryError: Java heap space"` */
export function failure(stage: Line): Reason {
  const message = stage.textOf('fails') ?? 'java.lang.RuntimeException: it broke';
  const colon = message.indexOf(': ');
  return {
    Reason: 'ExceptionFailure',
    'Class Name': colon < 0 ? message : message.slice(0, colon),
    Description: colon < 0 ? '' : message.slice(colon + 2),
    'Stack Trace': [],
    'Full Stack Trace': `${message}\n\tat org.example.Main.main(Main.scala:1)`,
    'Accumulator Updates': [],
  };
}

/** `kills 3 "Stage cancelled"` */
export function killed(stage: Line): Reason {
  return { Reason: 'TaskKilled', 'Kill Reason': stage.textOf('kills') ?? 'Stage cancelled' };
}

/** `fetch-failed 1` */
export function fetchFailed(stage: Line): Reason {
  return {
    Reason: 'FetchFailed',
    'Block Manager Address': { 'Executor ID': 'driver', Host: 'localhost', Port: 4000 },
    'Shuffle ID': 0,
    'Map ID': 0,
    'Map Index': 0,
    'Reduce ID': 0,
    Message: stage.textOf('fetch-failed') ?? 'org.apache.spark.shuffle.FetchFailedException',
  };
}

export function executorLost({ id, lossReason }: Executor): Reason {
  return {
    Reason: 'ExecutorLostFailure',
    'Executor ID': id,
    'Exit Caused By App': true,
    'Loss Reason': lossReason ?? 'lost',
  };
}
