import { proxy, wrap } from 'comlink';
import type { LearnWorker } from './protocol.ts';

/** The page's end of the worker. Its calls reject when the worker as such stops, and so does `broken`. */
export interface LearnClient {
  readonly remote: LearnWorker;
  readonly broken: Promise<never>;
}

let client: LearnClient | undefined;

/** The one worker of this tab, started when it is first asked for, and anew after it stopped. */
export function learnClient(): LearnClient {
  client ??= start();
  return client;
}

function start(): LearnClient {
  const worker = new Worker(new URL('./learn.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => {
      worker.terminate();
      client = undefined;
      reject(new Error('The part of the app that runs scenarios stopped. The tab may be out of memory.'));
    });
  });
  broken.catch(() => undefined);
  const calls = wrap<LearnWorker>(worker);
  const told = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, broken]);
  const remote: LearnWorker = {
    figures: (scenario, seed, onFigures) => told(calls.figures(scenario, seed, proxy(onFigures))),
    values: (...asked) => told(calls.values(...asked)),
    targets: (...asked) => told(calls.targets(...asked)),
    judge: (...asked) => told(calls.judge(...asked)),
    check: (...asked) => told(calls.check(...asked)),
  };
  return { remote, broken };
}
