import type { Action } from '#components/shell/actions/action.ts';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';
import { shareKnobs } from './address/share-knobs.ts';
import { baseline, history, pinBaseline, redo, undo, unpinBaseline } from './session/simulation.ts';
import { chooseSituation, reset } from './session/situation.ts';

const SECTION = 'Simulator';

/** Keys and palette entries of the simulator. */
export const simulatorActions: readonly Action[] = [
  {
    id: 'simulator-undo',
    label: 'Undo the last turn of a knob',
    section: SECTION,
    keys: 'z',
    enabled: () => history.get().past.length > 0 || { reason: 'nothing was changed' },
    perform: undo,
  },
  {
    id: 'simulator-redo',
    label: 'Redo',
    section: SECTION,
    keys: 'Shift+z',
    enabled: () => history.get().future.length > 0 || { reason: 'nothing was undone' },
    perform: redo,
  },
  {
    id: 'simulator-pin',
    label: 'Pin this run as the baseline',
    section: SECTION,
    keys: 'b',
    keywords: ['compare', 'before', 'after'],
    perform: pinBaseline,
  },
  {
    id: 'simulator-unpin',
    label: 'Stop comparing with the baseline',
    section: SECTION,
    enabled: () => baseline.get() !== undefined || { reason: 'no run is pinned' },
    perform: unpinBaseline,
  },
  {
    id: 'simulator-share',
    label: 'Share this simulation',
    section: SECTION,
    keys: 'y',
    keywords: ['link', 'embed', 'export'],
    perform: shareKnobs,
  },
  { id: 'simulator-reset', label: 'Reset every knob', section: SECTION, perform: reset },
  ...PRESETS.map(
    ({ id, title }): Action => ({
      id: `situation-${id}`,
      label: `Situation: ${title}`,
      section: SECTION,
      keywords: ['preset', 'example'],
      perform: () => chooseSituation(id),
    }),
  ),
];
