/** What a node or an edge is, as a shape: the second cue beside its color. */
export type Glyph = 'scan' | 'work' | 'sink' | 'shuffle' | 'broadcast';

const LOOKS: Readonly<Record<Glyph, { readonly color: string; readonly path: string }>> = {
  // A cylinder.
  scan: {
    color: 'text-scan',
    path: 'M2 3.5C2 2 14 2 14 3.5v9c0 1.5-12 1.5-12 0zM2 3.5C2 5 14 5 14 3.5',
  },
  // A box.
  work: { color: 'text-narrow', path: 'M2 4h12v8H2z' },
  // An arrow onto a base.
  sink: { color: 'text-sink', path: 'M8 1.5v8M4.5 6.5 8 10l3.5-3.5M2 14h12' },
  // Two arrows across each other.
  shuffle: { color: 'text-shuffle', path: 'M1.5 5h11M9.5 2l3 3-3 3M14.5 11h-11M6.5 8l-3 3 3 3' },
  // A fan.
  broadcast: { color: 'text-broadcast', path: 'M8 2v12M8 2 2 13M8 2l6 11M8 2a1 1 0 1 0 .01 0' },
};

export function RoleGlyph({ glyph }: { readonly glyph: Glyph }) {
  const { color, path } = LOOKS[glyph];
  return (
    <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16" className={`shrink-0 ${color}`}>
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
