'use client';
import { PencilLine } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { Envelope } from '#lib/share/envelope.ts';
import { writeLink } from '#lib/share/link.ts';
import { adoption } from './adopt.ts';
import { ReportActions } from './report-actions.tsx';

/** A copy to work on; what was shared stays as it is. */
export function MakeItMine({ content }: { readonly content: Envelope }) {
  const mine = adoption(content.state, writeLink(content).fragment);
  const icon = <PencilLine aria-hidden size={16} strokeWidth={1.75} />;
  if (!mine) {
    return (
      <Popover
        label="Make it mine"
        trigger={(props) => (
          <Button {...props} kind="primary">
            {icon}
            Make it mine
          </Button>
        )}
      >
        <p className="pb-3 text-sm text-soft">
          A run can only be opened with its log. What is shown here can be kept as a file.
        </p>
        <ReportActions content={content} />
      </Popover>
    );
  }
  const { href } = mine;
  return (
    <Button
      kind="primary"
      unavailable={href === undefined ? `This version of Shufflescope has no ${mine.label}.` : undefined}
      // Not a link of the router: the place has to wake up with the fragment in its address.
      onClick={() => href !== undefined && location.assign(href)}
    >
      {icon}
      Make it mine
    </Button>
  );
}
