'use client';
import { clsx } from 'clsx';
import { File, Folder } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { browse } from './browse.ts';

export interface BrowseButtonsProps {
  readonly centered?: boolean;
  /** Beside a button that is more to the point. */
  readonly secondary?: boolean;
}

export function BrowseButtons({ centered = false, secondary = false }: BrowseButtonsProps) {
  return (
    <div className={clsx('flex flex-wrap gap-2', centered && 'justify-center')}>
      <Button kind={secondary ? 'secondary' : 'primary'} onClick={() => browse('file')}>
        <File aria-hidden size={16} strokeWidth={1.75} />
        Browse files
      </Button>
      <Button onClick={() => browse('folder')}>
        <Folder aria-hidden size={16} strokeWidth={1.75} />
        Browse a folder
      </Button>
    </div>
  );
}
