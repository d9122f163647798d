/** Changes to the lines of a log that make it a damaged or unusual one. Events are named without their package. */

export function eventName(line: string): string {
  const name = /"Event":"([^"]*)"/.exec(line)?.[1] ?? '';
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1).replace(/^SparkListener/, '');
}

/** Leaves out events of a kind: all of them, or every n-th. */
export function without(lines: readonly string[], name: string, every = 1): readonly string[] {
  let seen = 0;
  return lines.filter((line) => eventName(line) !== name || ++seen % every !== 0);
}

export function twice(lines: readonly string[], name: string): readonly string[] {
  return lines.flatMap((line) => (eventName(line) === name ? [line, line] : [line]));
}

/** Moves every event of a kind so many lines up. */
export function early(lines: readonly string[], name: string, by: number): readonly string[] {
  const moved = [...lines];
  for (const [i, line] of lines.entries()) {
    if (eventName(line) !== name) continue;
    moved.splice(moved.indexOf(line), 1);
    moved.splice(Math.max(0, i - by), 0, line);
  }
  return moved;
}

/** Moves every event of a kind so many lines down. */
export function late(lines: readonly string[], name: string, by: number): readonly string[] {
  return [...early([...lines].reverse(), name, by)].reverse();
}
