'use client';
import { MonitorCheck } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { HowToCheck } from './how-to-check.tsx';

export function LocalOnlyBadge() {
  return (
    <Popover
      label="Local only"
      trigger={(props) => (
        <Button {...props} kind="quiet" fit="tight">
          <MonitorCheck aria-hidden size={16} strokeWidth={1.75} />
          <span className="max-md:sr-only">Local only</span>
        </Button>
      )}
    >
      <p className="font-semibold text-sm">Your files stay in this tab</p>
      <p className="mt-1 text-soft text-sm">
        Logs are read by this browser tab and never uploaded. There is no account, no tracking and no request
        to anyone else.
      </p>
      <p className="mt-3 mb-1 font-semibold text-sm">How to check</p>
      <HowToCheck />
    </Popover>
  );
}
