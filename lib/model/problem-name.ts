import type { Problem } from './insight.ts';

/** Words that are written otherwise than "first letter large". */
const SPELLED: Readonly<Record<string, string>> = {
  gc: 'GC',
  aqe: 'AQE',
  python: 'Python',
  udf: 'UDF',
};

/** A problem's id as people read it: "gc-pressure" -> "GC pressure". */
export function problemName(problem: Problem): string {
  const words = problem.split('-').map((word) => SPELLED[word] ?? word);
  const text = words.join(' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
