'use client';
import { useDeferredValue, useEffect } from 'react';
import { LinkInAddress } from '#components/share/link-in-address.tsx';
import { ShareHost } from '#components/share/share-host.tsx';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { useStore } from '#components/shell/use-store.ts';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { openSharedKnobs } from './address/open-shared-knobs.ts';
import { useAddress } from './address/use-address.ts';
import { FurtherPictures } from './further-pictures.tsx';
import { KeysPanel } from './keys/keys-panel.tsx';
import { useKeyDrops } from './keys/use-key-drops.ts';
import { KnobPanel } from './knobs/knob-panel.tsx';
import { RunNotes } from './run-notes.tsx';
import { simulation } from './session/simulation.ts';
import { simulatorActions } from './simulator-actions.ts';
import { SkylinePanel } from './skyline/skyline-panel.tsx';
import { ToolBar } from './tool-bar.tsx';
import { TotalsPanel } from './totals/totals-panel.tsx';

/** Knobs on the left, what follows from them on the right. */
export function SimulatorScreen() {
  const { picture, failure } = useStore(simulation);
  // While a knob is dragged, figures and partitions come first.
  const later = useDeferredValue(picture);
  useActions(simulatorActions);
  useAddress();
  useKeyDrops();
  useEffect(() => {
    if (!picture) return;
    const frame = requestAnimationFrame(() =>
      performance.mark('shufflescope:simulation-painted', { detail: picture.knobs.shufflePartitions }),
    );
    return () => cancelAnimationFrame(frame);
  }, [picture]);
  return (
    <div className="mx-auto grid max-w-[110rem] grid-cols-[minmax(0,1fr)] gap-4 px-4 py-4 sm:px-6">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex items-center gap-3">
          <h1 className="font-semibold text-xl">Simulator</h1>
          <ProvenanceTag origin="simulated" />
        </div>
        <ToolBar />
      </header>
      <LinkInAddress kind="simulator" take={openSharedKnobs} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <KnobPanel />
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
          <RunNotes />
          <KeysPanel />
          {picture ? (
            <>
              <TotalsPanel picture={picture} />
              <SkylinePanel picture={picture} />
            </>
          ) : failure ? null : (
            <p className="p-4 text-soft text-sm">Running the first simulation …</p>
          )}
          {later ? <FurtherPictures picture={later} /> : null}
        </div>
      </div>
      <ShareHost />
    </div>
  );
}
