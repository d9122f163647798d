'use client';
import { Share2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Action } from '#components/shell/actions/action.ts';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { Button } from '#components/ui/button.tsx';
import type { OpenRunState } from '../run/open-state.ts';
import { useShare } from './use-share.ts';

/** Shares what was found, as a link or as a report; also in the palette and under its key. */
export function ShareButton({ run }: { readonly run: OpenRunState }) {
  const { unavailable, shareRun } = useShare(run);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shared changes with the run only
  const actions = useMemo<readonly Action[]>(
    () => [
      {
        id: 'share-run',
        label: 'Share or export this run',
        section: 'This run',
        keys: 'y',
        keywords: ['link', 'report', 'html', 'markdown', 'json', 'export'],
        enabled: () => (unavailable === undefined ? true : { reason: unavailable }),
        perform: shareRun,
      },
    ],
    [run, unavailable],
  );
  useActions(actions);
  return (
    <Button aria-haspopup="dialog" unavailable={unavailable} onClick={shareRun}>
      <Share2 aria-hidden size={16} strokeWidth={1.75} />
      Share
    </Button>
  );
}
