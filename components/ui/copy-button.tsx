'use client';
import { Check, Copy, X } from 'lucide-react';
import { useState } from 'react';
import { copyText } from './copy-text.ts';
import { IconButton } from './icon-button.tsx';

export interface CopyButtonProps {
  /** What is copied: "the settings", "the details". */
  readonly what: string;
  readonly text: string;
  readonly className?: string;
}

const icons = { ready: Copy, copied: Check, refused: X };

export function CopyButton({ what, text, className }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof icons>('ready');
  const labels = {
    ready: `Copy ${what}`,
    copied: 'Copied',
    refused: 'The browser did not allow copying: select the text instead',
  };
  const copy = async () => setState((await copyText(text)) ? 'copied' : 'refused');
  return <IconButton icon={icons[state]} label={labels[state]} onClick={copy} className={className ?? ''} />;
}
