'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import { Status } from '#components/ui/status.tsx';
import { useTokens } from '#components/ui/use-tokens.ts';
import { toGraphJson } from '#lib/plan/graph/graph-json.ts';
import { toMermaid } from '#lib/plan/graph/mermaid.ts';
import { type Drawing, graphSvg, SVG_TOKENS } from './graph-svg.ts';
import { svgToPng } from './svg-to-png.ts';

export interface ExportMenuProps extends Omit<Drawing, 'colors' | 'caption'> {
  readonly program: string;
  readonly spark: string;
}

const KINDS = ['SVG', 'PNG', 'Mermaid', 'JSON'] as const;

/** The graph that is shown, as a file made in this tab. */
export function ExportMenu({ program, spark, ...drawing }: ExportMenuProps) {
  const colors = useTokens(SVG_TOKENS);
  const [said, setSaid] = useState('');
  const { graph } = drawing.index;
  const name = `${program.replace(/^.*\//, '').replace(/\.\w+$/, '')}-${graph.view}`;
  const svg = () =>
    graphSvg({ ...drawing, colors, caption: `Predicted for ${program}, Spark ${spark}; nothing was run.` });
  const make = async (kind: (typeof KINDS)[number]): Promise<readonly [string, Blob]> => {
    if (kind === 'SVG') return [`${name}.svg`, new Blob([svg()], { type: 'image/svg+xml' })];
    if (kind === 'PNG') return [`${name}.png`, await svgToPng(svg())];
    if (kind === 'Mermaid') return [`${name}.mmd`, new Blob([toMermaid(graph)], { type: 'text/plain' })];
    return [`${name}.json`, new Blob([toGraphJson(graph, program, spark)], { type: 'application/json' })];
  };
  const save = async (kind: (typeof KINDS)[number]) => {
    try {
      const [file, blob] = await make(kind);
      saveFile(file, blob);
      setSaid(`${file} is in your downloads.`);
    } catch {
      setSaid(`The browser could not make a ${kind} of a graph this large; SVG has no limit.`);
    }
  };
  return (
    <Popover
      label="Export the graph"
      size="small"
      trigger={(props) => <IconButton icon={Download} label="Export the graph" {...props} />}
    >
      <div className="grid gap-1">
        {KINDS.map((kind) => (
          <Button key={kind} kind="quiet" onClick={() => void save(kind)}>
            {kind}
          </Button>
        ))}
        <Status>{said}</Status>
      </div>
    </Popover>
  );
}
