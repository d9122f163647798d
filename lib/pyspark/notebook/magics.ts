/**
 * A cell with a magic as Python, line for line: positions in the result are those of the cell. SQL becomes
 * `spark.sql(…)`, `%run` a call that runs the other notebook, and what is no Python a comment.
 */
export function cellToPython(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const magic = /^%%?(\w+)\s*(.*)$/.exec(lines[first]?.trim() ?? '');
  if (!magic) return lines.map(lineToPython);
  const [, name, rest] = magic;
  const isCell = lines[first]!.trim().startsWith('%%');
  const others = lines.slice(first + 1);
  switch (name) {
    case 'sql':
      return isCell || rest === '' || others.some((line) => line.trim() !== '')
        ? [...lines.slice(0, first), ...sqlLines([rest ?? '', ...others])]
        : lines.map(lineToPython);
    case 'python':
    case 'py':
    case 'pyspark':
    case 'spark':
    case 'time':
    case 'timeit':
    case 'capture':
      return [...lines.slice(0, first), rest && !isCell ? rest : '', ...others.map(lineToPython)];
    case 'run':
    case 'pip':
    case 'conda':
    case 'matplotlib':
    case 'load_ext':
    case 'autoreload':
      return lines.map(lineToPython);
    default:
      // Other languages: the whole cell.
      return isCell || !KEEPS_CELL.has(name ?? '')
        ? lines.map((line) => `# ${line}`)
        : lines.map(lineToPython);
  }
}

/** Line magics of IPython after which the cell goes on in Python. */
const KEEPS_CELL = new Set(['config', 'env', 'cd', 'ls', 'who', 'whos', 'reload_ext', 'store', 'set_env']);

/** `%run ./x`, `%sql SELECT …` and `!ls` on a line of a Python cell. */
function lineToPython(line: string): string {
  const [, indent = '', text = ''] = /^(\s*)(.*)$/.exec(line) ?? [];
  const run = /^%run\s+(?:"([^"]+)"|(\S+))/.exec(text);
  if (run) return `${indent}__run_notebook__(${JSON.stringify(run[1] ?? run[2])})`;
  const sql = /^%sql\s+(.+)$/.exec(text);
  if (sql) return indent + sqlLines([sql[1]!])[0];
  return /^[%!]/.test(text) ? `${indent}# ${text}` : line;
}

/** A query's result is shown under the cell, as `display` does. */
function sqlLines(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  const isQuery = /^(\s|--.*\n)*(select|with|from|values|table|\()/i.test(text);
  const wrapped = `_sqldf = spark.sql("""${escaped}""")${isQuery ? '; display(_sqldf)' : ''}`;
  return wrapped.split('\n');
}
