'use client';
import { X } from 'lucide-react';
import { useStore } from '#components/shell/use-store.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { playground } from '../session/playground-session.ts';
import { restored, startAnew } from './begin.ts';

/** Says where the program comes from that nobody opened on this visit; else what becomes of any program. */
export function RestoredNote() {
  const { id } = useStore(playground);
  const isRestored = useStore(restored) === id;
  return (
    <>
      <div role="status" className="ml-auto text-soft text-xs empty:hidden">
        {isRestored ? (
          <p className="flex items-center gap-2">
            Restored from last time.
            <button
              type="button"
              onClick={() => void startAnew()}
              className="min-h-6 rounded font-medium text-accent underline underline-offset-4 pointer-coarse:min-h-11"
            >
              Start anew
            </button>
            <IconButton icon={X} label="Hide this note" onClick={() => restored.set(undefined)} />
          </p>
        ) : null}
      </div>
      {isRestored ? null : (
        <p className="ml-auto text-faint text-xs max-lg:hidden">
          Read by this tab, never uploaded, never run.
        </p>
      )}
    </>
  );
}
