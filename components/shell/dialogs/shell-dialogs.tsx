'use client';
import { lazy, Suspense, useEffect } from 'react';
import { whenIdle } from '#components/ui/when-idle.ts';
import { useActionContext } from '../actions/use-action-context.ts';
import { useShortcuts } from '../actions/use-shortcuts.ts';
import { overlay } from '../overlay.ts';
import { useStore } from '../use-store.ts';

const loadPalette = () => import('./command-palette.tsx');
const loadSheet = () => import('./shortcut-sheet.tsx');
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));
const ShortcutSheet = lazy(async () => ({ default: (await loadSheet()).ShortcutSheet }));

/** Listens for shortcuts and shows the dialog that is asked for. The dialogs' code comes after the first paint. */
export function ShellDialogs() {
  const context = useActionContext();
  const shown = useStore(overlay, () => undefined);
  useShortcuts(context);

  // Fetched in a quiet moment, so that they also open once the network is gone.
  useEffect(() => whenIdle(() => Promise.all([loadPalette(), loadSheet()]).catch(() => {})), []);

  const close = () => overlay.set(undefined);
  return (
    <Suspense>
      {shown === 'palette' ? <CommandPalette context={context} onClose={close} /> : null}
      {shown === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null}
    </Suspense>
  );
}
