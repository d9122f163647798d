import { type Remote, wrap } from 'comlink';
import type { PlaygroundWorker } from './protocol.ts';

/** The page's end of the worker. `broken` rejects when the worker as such stops, of which its calls would never hear. */
export interface PlaygroundClient {
  readonly remote: Remote<PlaygroundWorker>;
  readonly broken: Promise<never>;
  close(): void;
}

export function startPlayground(): PlaygroundClient {
  const worker = new Worker(new URL('./playground.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () =>
      reject(new Error('The part of the app that reads programs stopped. The tab may be out of memory.')),
    );
  });
  broken.catch(() => undefined);
  return { remote: wrap<PlaygroundWorker>(worker), broken, close: () => worker.terminate() };
}
