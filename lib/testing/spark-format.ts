/** Numbers as Spark's SQL tab prints them, so that ours can be held against its texts. */

const SIZES: readonly (readonly [name: string, bytes: number])[] = [
  ['EiB', 2 ** 60],
  ['PiB', 2 ** 50],
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
];

/** Value of a SQL metric by its type, as Spark class SQLMetrics prints it. */
export function formatMetric(type: string, value: number): string {
  if (type === 'size') return bytesToString(value);
  if (type === 'timing') return msToString(value);
  if (type === 'nsTiming') return msToString(Math.floor(value / 1e6));
  if (type === 'average') return String(Math.round(value * 10) / 10);
  return Math.trunc(value).toLocaleString('en-US');
}

/** Spark class Utils.bytesToString: the next larger unit from twice its size on; halves are rounded up. */
function bytesToString(bytes: number): string {
  const [name, size] = SIZES.find(([, each]) => bytes >= 2 * each) ?? ['B', 1];
  return `${(bytes / size + 1e-12).toFixed(1)} ${name}`;
}

/** Spark class Utils.msDurationToString, which divides in single precision: 6450 ms are 6.4 s, 5550 ms 5.6 s. */
function msToString(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${Math.fround(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.fround(ms / 60_000).toFixed(1)} m`;
  return `${Math.fround(ms / 3_600_000).toFixed(2)} h`;
}
