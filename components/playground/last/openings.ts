const KEY = 'shufflescope.playground-openings';
/** One may be a tab that was closed at once. */
const MOST = 2;

/** Openings of the last program in a row that were never drawn. Where storage is refused there are none. */
export const openings = {
  count(): void {
    write(read() + 1);
  },
  areTooMany(): boolean {
    return read() >= MOST;
  },
  end(): void {
    write(0);
  },
} as const;

function read(): number {
  try {
    return Number(localStorage.getItem(KEY) ?? 0);
  } catch {
    return 0;
  }
}

function write(times: number): void {
  try {
    if (times > 0) localStorage.setItem(KEY, String(times));
    else localStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept that could be opened again.
  }
}
