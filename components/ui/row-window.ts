/** What a scrolled region shows of a long list of rows of equal height. Sizes in px. */
export interface Scrolled {
  readonly count: number;
  readonly rowPx: number;
  /** Height in which rows are seen. */
  readonly viewPx: number;
  readonly scrollTop: number;
}

export interface RowWindow {
  /** Rows to draw: from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  /** Room that stands for the rows before and after. */
  readonly above: number;
  readonly below: number;
}

/** Browsers draw nothing beyond some 17 million px; a longer list scrolls faster than the wheel turns. */
const MAX_BODY_PX = 8_000_000;

export function rowWindow(scrolled: Scrolled, overscan = 8): RowWindow {
  const { count, rowPx, viewPx, scrollTop } = scrolled;
  const top = scrollTop * stretch(scrolled);
  const first = Math.max(0, Math.min(count, Math.floor(top / rowPx) - overscan));
  const end = Math.min(count, Math.ceil((top + viewPx) / rowPx) + overscan);
  const above = Math.max(0, scrollTop + first * rowPx - top);
  const below = Math.max(0, bodyPx(scrolled) - above - (end - first) * rowPx);
  return { first, end: Math.max(first, end), above, below };
}

/** Where to scroll so that a row is in view, or undefined when it is. */
export function scrollTopFor(row: number, scrolled: Scrolled): number | undefined {
  const { rowPx, viewPx, scrollTop } = scrolled;
  const times = stretch(scrolled);
  const top = scrollTop * times;
  if (row * rowPx < top) return (row * rowPx) / times;
  if ((row + 1) * rowPx > top + viewPx) return ((row + 1) * rowPx - viewPx) / times;
  return undefined;
}

function bodyPx({ count, rowPx }: Scrolled): number {
  return Math.min(count * rowPx, MAX_BODY_PX);
}

/** How many px of rows pass for one px of scrolling. */
function stretch(scrolled: Scrolled): number {
  const { count, rowPx, viewPx } = scrolled;
  const room = bodyPx(scrolled) - viewPx;
  return room > 0 ? (count * rowPx - viewPx) / room : 1;
}
