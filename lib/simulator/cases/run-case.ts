import { UserError } from '#lib/base/assert.ts';
import { SPARK_VERSIONS, type SparkVersion } from '#lib/plan/settings.ts';
import type { CaseKind } from './case-kind.ts';
import { CaseInput } from './read-input.ts';

/** Answers one case, `{"kind", "spark", "input"}`, of which nothing is trusted. Throws `UserError` with what is wrong. */
export function runCase(request: unknown, kinds: readonly CaseKind[]): unknown {
  const given = new CaseInput(request);
  const name = given.field('kind').text(100);
  const kind = kinds.find((each) => each.kind === name);
  if (kind === undefined) {
    const known = kinds.map((each) => each.kind).sort();
    throw new UserError(`There is no kind "${name}". Kinds are ${known.join(', ')}.`);
  }
  return kind.run(new CaseInput(given.field('input').value), readVersion(given.optional('spark')));
}

/** `3.5.8` or `3.5`; the newest when it is not given. */
function readVersion(spark: CaseInput | undefined): SparkVersion {
  if (spark === undefined) return SPARK_VERSIONS.at(-1)!;
  const minor = /^\d+\.\d+(?=\.|$)/.exec(spark.text(100))?.[0];
  return (
    SPARK_VERSIONS.find((version) => version === minor) ??
    spark.refuse(`a version of ${SPARK_VERSIONS.join(', ')}`)
  );
}
