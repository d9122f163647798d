const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A size in binary units with three significant digits: "42.9 KiB". */
export function formatSize(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** power;
  const digits = power === 0 || amount >= 100 ? 0 : amount >= 10 ? 1 : 2;
  return `${amount.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${UNITS[power]}`;
}
