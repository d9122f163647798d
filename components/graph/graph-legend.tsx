import { GRAPH_KEYS } from './graph-keys.ts';
import { type Glyph, RoleGlyph } from './role-glyph.tsx';

const MEANINGS: readonly { readonly glyph: Glyph; readonly means: string }[] = [
  { glyph: 'scan', means: 'reads: files, tables, rows from the program, a cache' },
  { glyph: 'work', means: 'works on rows where they are' },
  { glyph: 'sink', means: 'the action: where the rows end' },
  { glyph: 'shuffle', means: 'shuffle, double line: rows move between executors, a new stage begins' },
  { glyph: 'broadcast', means: 'broadcast, dotted line: every executor gets all rows' },
];

/** What the shapes mean and which keys there are. */
export function GraphLegend() {
  return (
    <div className="grid gap-3 text-sm">
      <ul className="grid gap-1.5">
        {MEANINGS.map(({ glyph, means }) => (
          <li key={glyph} className="flex items-start gap-2">
            <span className="pt-0.5">
              <RoleGlyph glyph={glyph} />
            </span>
            {means}
          </li>
        ))}
      </ul>
      <p className="text-soft">
        Bands are the stages of the plan before adaptive changes; their number is the partitions of the stage.
        Dashed outlines: predicted, nothing was run.
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {GRAPH_KEYS.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt className="whitespace-nowrap font-mono text-xs">{keys}</dt>
            <dd className="text-soft">{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
