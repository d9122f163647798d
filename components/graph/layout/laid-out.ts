/** A box in the graph's own coordinates, px at zoom 1; x and y are its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is drawn. */
export interface LaidOut {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly bands: ReadonlyMap<string, Box>;
  /** The headings of actions, by lane. */
  readonly lanes: ReadonlyMap<number, Box>;
  readonly edges: ReadonlyMap<string, LaidEdge>;
  readonly width: number;
  readonly height: number;
}

export interface LaidEdge {
  /** From the source's lower edge, by way of its label, to the target's upper one. */
  readonly points: readonly Point[];
  /** Where it turns to instead when it enters the target from its side. */
  readonly side: Point | undefined;
  /** The middle of the label. */
  readonly label: Point | undefined;
}

export const SIZES = {
  node: { width: 212, height: 46 },
  chip: { height: 24, widest: 260 },
  laneHead: 44,
  bandHead: 24,
  bandPad: 12,
} as const;

/** Roughly: what is longer is cut by the chip itself. */
export function chipWidth(text: string): number {
  return Math.min(SIZES.chip.widest, 46 + text.length * 6.8);
}
