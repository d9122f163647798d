/** What the comments of a file ask to leave out; `*` stands for every rule. */
export interface Suppressions {
  readonly wholeFile: readonly string[];
  readonly byLine: ReadonlyMap<number, readonly string[]>;
}

const COMMENT = /#\s*shufflescope:\s*(ignore-file|ignore)\b(?:\s*\[([^\]]*)\])?/;

/**
 * `# shufflescope: ignore[DRV-01, repartition-then-coalesce]` at the end of a line, or on a line of its own above it;
 * `# shufflescope: ignore-file` anywhere. Without brackets every rule is meant.
 */
export function suppressionsIn(text: string): Suppressions {
  const wholeFile: string[] = [];
  const byLine = new Map<number, string[]>();
  const lines = text.includes('shufflescope:') ? text.split('\n') : [];
  lines.forEach((line, index) => {
    const match = COMMENT.exec(line);
    if (!match) return;
    const words = match[2]?.split(',').map((word) => word.trim()) ?? ['*'];
    if (match[1] === 'ignore-file') {
      wholeFile.push(...words);
      return;
    }
    const own = line.slice(0, match.index).trim() === '' ? index + 2 : index + 1;
    byLine.set(own, [...(byLine.get(own) ?? []), ...words]);
  });
  return { wholeFile, byLine };
}
