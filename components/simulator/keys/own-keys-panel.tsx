'use client';
import { useStore } from '#components/shell/use-store.ts';
import { Panel } from '#components/ui/panel.tsx';
import { formatCount, formatShare } from '#lib/base/format.ts';
import { history } from '../session/simulation.ts';
import { BarEditor } from './bar-editor.tsx';
import { KeyFilePart } from './key-file.tsx';
import { MOST_BARS } from './own-weights.ts';
import { PastedPart } from './pasted-part.tsx';

/** Keys drawn as bars, pasted, or from a file. */
export function OwnKeysPanel() {
  const { present: knobs } = useStore(history);
  const isChosen = knobs.keyShape === 'weights';
  const total = knobs.weights.reduce((sum, weight) => sum + weight, 0);
  return (
    <Panel title="Keys of your own">
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
        <div className="grid content-start gap-2">
          <h3 className="font-medium text-sm">{knobs.weights.length > MOST_BARS ? 'Taken' : 'Drawn'}</h3>
          {!isChosen ? (
            <p className="text-soft text-sm">Not chosen yet: use the keys of the file, or pasted counts.</p>
          ) : knobs.weights.length <= MOST_BARS ? (
            <BarEditor knobs={knobs} />
          ) : (
            <p className="text-sm">
              {formatCount(knobs.weights.length)} keys; the most frequent has{' '}
              {formatShare(Math.max(...knobs.weights) / total)} of the rows. They stay in this tab and are not
              part of the address.
            </p>
          )}
        </div>
        <PastedPart />
        <KeyFilePart />
      </div>
    </Panel>
  );
}
