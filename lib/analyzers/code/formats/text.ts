import { columnOf, type Located } from './located.ts';

/** One finding a line: `daily.py:12:8  DRV-01 unbounded-collect  high  message`. */
export function toText(all: readonly Located[]): string {
  return all
    .map((located) => {
      const { found, path, cell } = located;
      const place = cell ? `${path}:cell ${cell.cell}:${cell.line}` : `${path}:${found.where.line}`;
      return `${place}:${columnOf(located)}  ${found.rule.id} ${found.rule.name}  ${found.severity}  ${found.message}\n`;
    })
    .join('');
}
