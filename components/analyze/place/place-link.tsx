'use client';
import type { MouseEvent, ReactNode } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { goTo } from './go-to.ts';
import { lentPlace } from './lent-place.ts';
import { hrefOf, type Place } from './place.ts';

export interface PlaceLinkProps {
  readonly to: Place;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to another view of the run that is open. */
export function PlaceLink({ to, className, children }: PlaceLinkProps) {
  const isLent = useStore(lentPlace) !== undefined;
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation(); // a link within a row is not a click on the row
    goTo(to);
  };
  return (
    <a
      href={isLent ? '#' : hrefOf(to)}
      onClick={follow}
      className={className ?? 'rounded text-accent underline underline-offset-4'}
    >
      {children}
    </a>
  );
}
