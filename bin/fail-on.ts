import { SEVERITIES, type Severity } from '#lib/model/insight.ts';
import { UsageError } from './errors.ts';

/** The level that --fail-on names; undefined: findings change no exit status. */
export function failOnOf(text: string | undefined): Severity | undefined {
  const known = SEVERITIES.find((level) => level === text);
  if (text !== undefined && !known)
    throw new UsageError(`--fail-on takes ${SEVERITIES.join(', ')}, not "${text}"`);
  return known;
}

/** 1 where a finding is at least as bad as the level, else 0. */
export function exitStatus(found: readonly Severity[], level: Severity | undefined): number {
  if (level === undefined) return 0;
  const bad = SEVERITIES.slice(0, SEVERITIES.indexOf(level) + 1);
  return found.some((severity) => bad.includes(severity)) ? 1 : 0;
}
