import { isJson, moment, text } from '../json.ts';
import type { Application } from './event-log-source.ts';

/**
 * Whether a text holds events: a line that starts with an object whose first or second key is `Event`. Spark
 * always writes it first; tools that rewrite logs may put something before it. Broken or blank lines around it
 * do not matter.
 */
export function hasEvents(head: string): boolean {
  return EVENT_LINE.test(head);
}

const EVENT_LINE =
  /^[ \t]*\{[ \t]*(?:"[^"\\\n]*"[ \t]*:[ \t]*(?:"(?:[^"\\\n]|\\.)*"|[^",{}[\]\n]+)[ \t]*,[ \t]*)?"Event"[ \t]*:[ \t]*"/m;

/** What the first lines of a log say about its application; `undefined` when they say nothing. */
export function readApplication(head: string): Application | undefined {
  let application: Application = {};
  for (const line of head.split('\n')) {
    const event = INTERESTING.exec(line)?.[1];
    const fields = event === undefined ? undefined : parsed(line);
    if (!fields) continue;
    if (event === 'SparkListenerApplicationStart') {
      const id = text(fields, 'App ID');
      const name = text(fields, 'App Name');
      const attempt = text(fields, 'App Attempt ID');
      const startTime = moment(fields, 'Timestamp');
      return { ...application, ...defined({ id, name, attempt, startTime }) };
    }
    application = { ...application, ...defined({ sparkVersion: text(fields, 'Spark Version') }) };
  }
  return Object.keys(application).length > 0 ? application : undefined;
}

/** These two come first and tell the version; Databricks has the second instead of the first. */
const INTERESTING =
  /^\s*\{"Event":"(?:[\w.]+\.)?(SparkListenerLogStart|DBCEventLoggingListenerMetadata|SparkListenerApplicationStart)"/;

function parsed(line: string) {
  try {
    const value: unknown = JSON.parse(line);
    return isJson(value) ? value : undefined;
  } catch {
    // The line is broken, or the head ends in its middle.
    return undefined;
  }
}

function defined(fields: { [K in keyof Application]: Application[K] | undefined }): Application {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
