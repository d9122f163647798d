import { UserError } from '#lib/base/assert.ts';

/** Keys with their counts, as somebody pasted them. */
export interface PastedCounts {
  /** As text; "12" stays the text "12", because a hash of a number and of its text differ. */
  readonly keys: readonly string[];
  readonly counts: readonly number[];
}

const MAX_LINES = 10_000;
const MAX_KEY_LENGTH = 200;
const ACCEPTED = 'one key a line with its count last, such as "US, 120000" or "US 120000", or counts alone';

/**
 * Reads the result of `groupBy(key).count()` from a table, a CSV or a notebook: one key a line, the count last, separated by
 * a comma, semicolon, bar, tab or spaces. Lines of a table's frame and a heading are passed over; a line with a number
 * alone is a key named by its place.
 */
export function parsePastedCounts(text: string): PastedCounts {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^[\s+|-]+$/.test(line));
  if (lines.length > MAX_LINES)
    throw new UserError(
      `These are ${lines.length} keys.`,
      `At most ${MAX_LINES} keys are taken: keep the largest.`,
    );
  const pairs = lines.map(pairOf);
  const body = pairs[0]?.count === undefined ? pairs.slice(1) : pairs;
  if (body.length === 0) throw new UserError('No counts were found.', `Accepted: ${ACCEPTED}.`);
  const heading = pairs.length - body.length;
  return {
    keys: body.map(({ key }, i) => key ?? String(i)),
    counts: body.map(({ count }, i) => {
      if (count === undefined) {
        const line = lines[i + heading]!.slice(0, 60);
        throw new UserError(
          `Line ${i + heading + 1} ends without a count: "${line}".`,
          `Accepted: ${ACCEPTED}.`,
        );
      }
      return count;
    }),
  };
}

/** Plain string work: a line may be as long as it likes. */
function pairOf(line: string): { readonly key: string | undefined; readonly count: number | undefined } {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').trim();
  const at = Math.max(...[',', ';', '|', '\t', ' '].map((separator) => cells.lastIndexOf(separator)));
  const number = cells.slice(at + 1);
  const key = cells
    .slice(0, Math.max(at, 0))
    .trim()
    .replace(/[,;|]$/, '')
    .trim()
    .replace(/^"(.*)"$/, '$1');
  const isNumber = number.length < 30 && /^\d[\d_]*(\.\d+)?(e\d+)?$/i.test(number);
  const count = isNumber ? Number(number.replaceAll('_', '')) : Number.NaN;
  return {
    key: at < 0 ? undefined : key.slice(0, MAX_KEY_LENGTH),
    count: count <= Number.MAX_SAFE_INTEGER ? count : undefined,
  };
}
