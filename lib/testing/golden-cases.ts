import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { CaseKind } from '#lib/simulator/cases/case-kind.ts';
import { runCase } from '#lib/simulator/cases/run-case.ts';

/** The cases of golden/simulate, and what real Spark did. */

const FILE = fileURLToPath(new URL('../../golden/simulate/cases.json.gz', import.meta.url));

type PackedCase = readonly [id: string, versions: readonly string[], input: unknown, expected: unknown];

const GOLDEN_CASES = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Readonly<
  Record<string, readonly PackedCase[]>
>;

export const GOLDEN_KINDS = Object.keys(GOLDEN_CASES);

/** Cases of a kind that come out otherwise than in Spark: `id version`. */
export function caseMisses(kind: CaseKind): readonly string[] {
  return (GOLDEN_CASES[kind.kind] ?? []).flatMap(([id, versions, input, expected]) =>
    versions
      .filter((spark) => !isSame(answer(kind, input, spark), expected))
      .map((spark) => `${id} ${spark}`),
  );
}

function answer(kind: CaseKind, input: unknown, spark: string): unknown {
  try {
    return JSON.parse(JSON.stringify(runCase({ kind: kind.kind, spark, input }, [kind]))) as unknown;
  } catch (error) {
    return String(error);
  }
}

/** The same JSON, whatever the order of its fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const names = Object.keys(left);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]))
  );
}
