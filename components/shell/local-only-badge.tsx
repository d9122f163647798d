'use client';
import { MonitorCheck } from 'lucide-react';
import Link from 'next/link';
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
        Logs are read by this browser tab and never uploaded. No account is needed, there is no tracking, and
        no request goes to anyone else. Only if you ask a model to explain something, the numbers you are
        shown first are sent.
      </p>
      <p className="mt-3 mb-1 font-semibold text-sm">How to check</p>
      <HowToCheck />
      <Link
        href="/privacy"
        prefetch={false}
        className="mt-3 inline-block font-medium text-accent text-sm underline underline-offset-4"
      >
        More about privacy
      </Link>
    </Popover>
  );
}
