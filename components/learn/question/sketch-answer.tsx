import { BarDrawing } from '#components/charts/bar-drawing.tsx';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatShare } from '#lib/base/format.ts';
import { TALLEST } from './tallest.ts';

export interface SketchAnswerProps {
  readonly bars: readonly number[];
  readonly onChange: (bars: readonly number[]) => void;
}

/** A shape, drawn by hand or number by number. */
export function SketchAnswer({ bars, onChange }: SketchAnswerProps) {
  const total = bars.reduce((sum, bar) => sum + bar, 0);
  const shareOf = (bar: number) => (total === 0 ? 'nothing' : `${formatShare(bars[bar]! / total)} of these`);
  const set = (bar: number, height: number) => {
    if (Number.isFinite(height)) onChange(bars.with(bar, Math.max(0, Math.min(TALLEST, Math.round(height)))));
  };
  return (
    <ChartFigure
      name="sketch"
      summary="Only the proportions count. Sweep over the bars; with the keyboard each bar is a slider."
      table={() => (
        <SimpleTable
          caption="Your sketch"
          columns={[{ header: 'Bar' }, { header: 'Height', align: 'end' }, { header: 'Share', align: 'end' }]}
          rows={bars.map((height, bar) => [
            bar + 1,
            <input
              key="height"
              type="number"
              min={0}
              max={TALLEST}
              aria-label={`Height of bar ${bar + 1}`}
              value={height}
              onChange={(event) => set(bar, event.target.valueAsNumber)}
              className="min-h-7 w-20 rounded border border-edge bg-panel px-2 text-right text-sm"
            />,
            shareOf(bar),
          ])}
        />
      )}
    >
      <BarDrawing
        heights={bars}
        tallest={TALLEST}
        labelOf={(bar) => `Bar ${bar + 1} of ${bars.length}`}
        textOf={(bar) => `${bars[bar]}, ${shareOf(bar)}`}
        onDraw={set}
      />
    </ChartFigure>
  );
}
