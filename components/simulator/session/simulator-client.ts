import { type Remote, wrap } from 'comlink';
import type { SimulatorWorker } from './protocol.ts';

/** The page's end of the worker. `broken` rejects when the worker as such stops, of which its calls would never hear. */
export interface SimulatorClient {
  readonly remote: Remote<SimulatorWorker>;
  readonly broken: Promise<never>;
  close(): void;
}

export function startSimulator(): SimulatorClient {
  const worker = new Worker(new URL('./simulator.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () =>
      reject(new Error('The part of the app that simulates stopped, or could not be loaded.')),
    );
  });
  broken.catch(() => undefined);
  return { remote: wrap<SimulatorWorker>(worker), broken, close: () => worker.terminate() };
}
