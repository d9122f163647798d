import type { properties } from '#lib/tables/schema/application.ts';
import type { RowOf } from '#lib/tables/schema/column.ts';
import { isJson, type Json, object } from '../json.ts';

type PropertyRow = RowOf<typeof properties>;

/** Sections of EnvironmentUpdate and the name of their source in the `properties` table. */
const SECTIONS: readonly (readonly [section: string, source: string])[] = [
  ['Spark Properties', 'spark'],
  ['Hadoop Properties', 'hadoop'],
  ['System Properties', 'system'],
  ['JVM Information', 'jvm'],
  ['Metrics Properties', 'metrics'],
  ['Classpath Entries', 'classpath'],
];

/**
 * Settings of the run. A later EnvironmentUpdate (Databricks writes several) replaces values of the same name.
 */
export class Environment {
  readonly #values = new Map<string, PropertyRow>();

  update(event: Json): void {
    for (const [section, source] of SECTIONS) {
      const entries = object(event, section);
      if (entries) for (const [name, value] of Object.entries(entries)) this.#set(source, name, value, null);
    }
  }

  /** Settings of one SQL execution that differ from the application's ("modifiedConfigs", Spark 3.3+). */
  session(executionId: number, configs: unknown): void {
    if (!isJson(configs)) return;
    for (const [name, value] of Object.entries(configs)) this.#set('session', name, value, executionId);
  }

  /** Whether the log has the application's settings. */
  get known(): boolean {
    return [...this.#values.values()].some((row) => row.source !== 'session');
  }

  /** An application-wide Spark setting. */
  spark(name: string): string | undefined {
    return this.#values.get(`spark|${name}|`)?.value ?? undefined;
  }

  rows(): readonly PropertyRow[] {
    return [...this.#values.values()];
  }

  #set(source: string, name: string, value: unknown, executionId: number | null): void {
    this.#values.set(`${source}|${name}|${executionId ?? ''}`, {
      source,
      name,
      value: redact(name, typeof value === 'string' ? value : JSON.stringify(value)),
      execution_id: executionId,
    });
  }
}

/**
 * Default of `spark.redaction.regex`. As in Spark class Utils.redact a match in the value counts too: a command line
 * may carry a password.
 */
const SECRET = /secret|password|token|access[.]?key|credential/i;
const REDACTED = '*********(redacted)';

function redact(name: string, value: string): string {
  return SECRET.test(name) || SECRET.test(value) ? REDACTED : value;
}
