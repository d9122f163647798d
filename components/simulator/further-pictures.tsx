import { memo, type ReactNode } from 'react';
import { AdaptivePanel } from './adaptive/adaptive-panel.tsx';
import { FilesPanel } from './files/files-panel.tsx';
import { GridPanel } from './grid/grid-panel.tsx';
import { MemoryPanel } from './memory/memory-panel.tsx';
import { RowsPanel } from './rows/rows-panel.tsx';
import type { RunPicture } from './session/run-picture.ts';
import { SweepPanel } from './sweep/sweep-panel.tsx';
import { SlotsPanel } from './timeline/slots-panel.tsx';

/** All below the partitions. */
export const FurtherPictures = memo(function FurtherPictures({ picture }: { readonly picture: RunPicture }) {
  return (
    <>
      <WhenInView>
        <AdaptivePanel picture={picture} />
      </WhenInView>
      <WhenInView>
        <SlotsPanel picture={picture} />
      </WhenInView>
      <WhenInView>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 2xl:grid-cols-2">
          <MemoryPanel picture={picture} />
          <FilesPanel picture={picture} />
        </div>
      </WhenInView>
      <WhenInView>
        <SweepPanel picture={picture} />
      </WhenInView>
      <WhenInView>
        <GridPanel picture={picture} />
      </WhenInView>
      <WhenInView>
        <RowsPanel />
      </WhenInView>
    </>
  );
});

/** The browser leaves out laying out and painting what is out of view: a third of the work of one turn of a knob. */
function WhenInView({ children }: { readonly children: ReactNode }) {
  return (
    <div className="min-w-0 [contain-intrinsic-height:auto_24rem] [content-visibility:auto] empty:hidden">
      {children}
    </div>
  );
}
