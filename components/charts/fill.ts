/** The role colors; each is told from the others by color-blind readers (app/globals.test.ts). */
export type FillColor = 'narrow' | 'shuffle' | 'broadcast' | 'scan' | 'sink' | 'ink';

export interface Fill {
  readonly color: FillColor;
  /** Stripes: waiting, or not successful. */
  readonly hatched?: boolean;
}

const fills: Readonly<Record<FillColor, string>> = {
  narrow: 'fill-narrow',
  shuffle: 'fill-shuffle',
  broadcast: 'fill-broadcast',
  scan: 'fill-scan',
  sink: 'fill-sink',
  ink: 'fill-ink',
};

const strokes: Readonly<Record<FillColor, string>> = {
  narrow: 'stroke-narrow',
  shuffle: 'stroke-shuffle',
  broadcast: 'stroke-broadcast',
  scan: 'stroke-scan',
  sink: 'stroke-sink',
  ink: 'stroke-ink',
};

export function fillClass({ color }: Fill): string {
  return fills[color];
}

export function strokeClass({ color }: Fill): string {
  return strokes[color];
}
