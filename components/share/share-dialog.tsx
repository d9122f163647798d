'use client';
import { useMemo, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Exercise } from '#lib/share/envelope.ts';
import { writeLink } from '#lib/share/link.ts';
import { CATEGORY_IDS, type Category } from '#lib/share/redaction/categories.ts';
import { hiddenIn } from '#lib/share/redaction/redact-state.ts';
import { ExerciseFields } from './exercise-fields.tsx';
import { LinkActions } from './link-actions.tsx';
import { RedactionSwitches } from './redaction-switches.tsx';
import { ReportActions } from './report-actions.tsx';
import { shareContent } from './share-content.ts';
import type { ShareRequest } from './share-request.ts';
import { WhatLeaves } from './what-leaves.tsx';

export interface ShareDialogProps {
  readonly request: ShareRequest;
  readonly onClose: () => void;
}

/** Nothing leaves before the user has seen it: what it is, what is hidden, how large it is. */
export function ShareDialog({ request, onClose }: ShareDialogProps) {
  const [hidden, setHidden] = useState<readonly Category[]>(CATEGORY_IDS);
  const [exercise, setExercise] = useState<Exercise>({ question: '', answer: '' });
  const content = useMemo(() => shareContent(request, hidden, exercise), [request, hidden, exercise]);
  const link = useMemo(() => writeLink(content), [content]);
  const { kind } = request.state;
  const offered = hiddenIn(request.state, CATEGORY_IDS);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`Share ${request.what}`}
      className="w-[min(48rem,calc(100vw-1rem))]"
    >
      <div className="grid min-h-0 gap-5 overflow-y-auto p-4">
        <p className="max-w-prose text-sm text-soft">
          A link carries its content behind the <span className="font-mono">#</span>, which browsers send to
          no server. Whoever has the link can read what is below, and nothing else.
        </p>
        {offered.length > 0 ? (
          <RedactionSwitches offered={offered} hidden={hidden} onChange={setHidden} />
        ) : null}
        <WhatLeaves content={content} link={link} />
        <ExerciseFields exercise={exercise} onChange={setExercise} />
        <LinkActions link={link} kind={kind} />
        {kind === 'analysis' || kind === 'insight' ? <ReportActions content={content} /> : null}
      </div>
    </Dialog>
  );
}
