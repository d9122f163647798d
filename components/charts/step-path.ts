/** The outline of values that stay the same within a bin: right, then up or down. Empty for no bins. */
export function stepPath<Bin extends { readonly from: number; readonly to: number }>(
  bins: readonly Bin[],
  value: (bin: Bin) => number,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const short = (px: number) => Math.round(px * 10) / 10;
  return bins
    .map((bin, index) => {
      const level = short(y(value(bin)));
      return `${index === 0 ? `M${short(x(bin.from))} ${level}` : `V${level}`}H${short(x(bin.to))}`;
    })
    .join('');
}
