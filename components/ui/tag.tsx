import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface TagProps {
  readonly outline?: 'solid' | 'dashed' | 'dotted';
  readonly title?: string;
  readonly children: ReactNode;
}

const outlines = { solid: 'border-solid', dashed: 'border-dashed', dotted: 'border-dotted' };

export function Tag({ outline = 'solid', title, children }: TagProps) {
  return (
    <span
      title={title}
      className={clsx(
        'inline-flex items-center whitespace-nowrap rounded border-[1.5px] border-edge px-1.5 text-soft text-xs leading-[1.125rem]',
        outlines[outline],
      )}
    >
      {children}
    </span>
  );
}
