'use client';
import { Pin, PinOff, Redo2, RotateCcw, Share2, Undo2 } from 'lucide-react';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';
import { shareKnobs } from './address/share-knobs.ts';
import {
  baseline,
  history,
  pinBaseline,
  redo,
  simulation,
  undo,
  unpinBaseline,
} from './session/simulation.ts';
import { chooseSituation, reset, situation } from './session/situation.ts';

const NONE = { value: '', label: 'choose one' };
const SITUATIONS = PRESETS.map(({ id, title }) => ({ value: id, label: title }));

/** Situations to start from, the way back, and the baseline to compare with. */
export function ToolBar() {
  const { past, future } = useStore(history);
  const { picture } = useStore(simulation);
  const pinned = useStore(baseline);
  const chosen = useStore(situation);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SelectField
        label="Situation"
        options={chosen === undefined ? [NONE, ...SITUATIONS] : SITUATIONS}
        value={chosen ?? ''}
        onChange={chooseSituation}
      />
      <div className="flex items-center">
        <IconButton
          icon={Undo2}
          label="Undo"
          onClick={undo}
          unavailable={past.length === 0 ? 'Nothing was changed' : undefined}
        />
        <IconButton
          icon={Redo2}
          label="Redo"
          onClick={redo}
          unavailable={future.length === 0 ? 'Nothing was undone' : undefined}
        />
        <IconButton icon={RotateCcw} label="Reset every knob" onClick={reset} />
      </div>
      <Button
        onClick={pinBaseline}
        unavailable={picture ? undefined : 'The first run is not there yet'}
        data-tip="Figures of later runs are shown beside those of this one"
      >
        <Pin aria-hidden size={14} />
        {pinned ? 'Pin this run instead' : 'Pin as baseline'}
      </Button>
      {pinned ? (
        <Button kind="quiet" onClick={unpinBaseline}>
          <PinOff aria-hidden size={14} />
          Unpin
        </Button>
      ) : null}
      <Button kind="quiet" fit="tight" aria-haspopup="dialog" onClick={shareKnobs}>
        <Share2 aria-hidden size={16} strokeWidth={1.75} />
        Share
      </Button>
    </div>
  );
}
