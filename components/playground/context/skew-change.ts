import type { CatalogSource } from '#lib/plan/settings.ts';
import type { Changed } from './source-change.ts';

/**
 * A source with the share of a column's most frequent value as somebody typed it: `60 %`, `60` or `0.6`. Nothing typed takes it
 * away.
 */
export function withSkew(source: CatalogSource, column: string, text: string): Changed {
  const name = column.trim();
  if (name === '') return { ok: false, why: 'Which column is it?' };
  const { skew = [], ...rest } = source;
  const isSame = (other: string) => other.toLowerCase() === name.toLowerCase();
  const others = skew.filter((each) => !isSame(each.column));
  if (text.trim() === '') return { ok: true, source: others.length === 0 ? rest : { ...rest, skew: others } };
  const share = parseShare(text);
  if (share === undefined)
    return {
      ok: false,
      why: `“${text.trim()}” is no share. Shares are written as 60 % or 0.6, above 0 and up to 100 %.`,
    };
  const { columns } = source;
  if (columns.length > 0 && !columns.some((each) => isSame(each.name)))
    return { ok: false, why: `There is no column ${name}.` };
  return { ok: true, source: { ...rest, skew: [...others, { column: name, share }] } };
}

/** Without a sign, what is below one is a part, and what is above one percent; a plain 1 could be either. */
function parseShare(text: string): number | undefined {
  const [, digits, sign] = /^(\d{1,3}(?:[.,]\d{1,9})?|[.,]\d{1,9})\s*(%?)$/.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replace(',', '.'));
  if (sign === '' && number === 1) return undefined;
  const share = sign === '%' || number > 1 ? number / 100 : number;
  return share > 0 && share <= 1 ? share : undefined;
}
