'use client';
import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';

/** The address of a view. It holds no data: whoever follows it needs the same log. */
export function CopyLink({ href }: { readonly href: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const labels = { ready: 'Copy link', copied: 'Copied', refused: 'Copying was refused' };
  const Icon = state === 'copied' ? Check : Link2;
  const copy = async () =>
    setState((await copyText(new URL(href, location.href).href)) ? 'copied' : 'refused');
  return (
    <Button
      kind="quiet"
      fit="tight"
      onClick={copy}
      data-tip="The address holds no data: it opens the same view over the same log."
    >
      <Icon aria-hidden size={14} />
      {labels[state]}
    </Button>
  );
}
