/**
 * The name of an archive's entry as text that can do no harm: always relative, never upwards, one line. It is
 * only shown and compared; Shufflescope opens no file by such a name.
 */
export function inertPath(name: string): string {
  const segments = name
    .replace(UNPRINTABLE, '�')
    .replace(/^[A-Za-z]:/, '')
    .split(/[/\\]/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return segments.join('/').slice(0, MAX_LENGTH) || 'unnamed';
}

/** Control characters, and those that make text run in the other direction (a known way to disguise names). */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Longer than any path that file systems allow. */
const MAX_LENGTH = 4096;
