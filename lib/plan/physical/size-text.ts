const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** Bytes as people read them. */
export function sizeText(size: number): string {
  if (size < 0) return String(size);
  if (size >= 2 ** 62) return 'unknown size';
  const unit = size === 0 ? 0 : Math.min(Math.floor(Math.log2(size) / 10), UNITS.length - 1);
  const value = size / 2 ** (10 * unit);
  return `${unit === 0 || Number.isInteger(value) ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
