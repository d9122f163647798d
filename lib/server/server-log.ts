import { type Logger, pino } from 'pino';
import type { LogLevel } from './server-config.ts';

export type ServerLog = Logger;

/** One JSON object a line on stdout. Only the fields of `LoggedRequest` and codes of ours are ever written. */
export function serverLog(level: LogLevel): ServerLog {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 1, sync: true }),
  );
}

/** What is known of a request afterwards: ids, sizes, timings, the model. */
export interface LoggedRequest {
  readonly requestId: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly bytes?: number;
  readonly outcome?: string;
  readonly model?: string;
  readonly firstTokenMs?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

/** A proxy's id if it is one, else one of our own. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}
