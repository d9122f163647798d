import Link from 'next/link';
import type { ReactNode } from 'react';

export interface ReferenceEntryProps {
  readonly href: string;
  readonly name: string;
  readonly about: string;
  /** What stands between the two. */
  readonly facts?: ReactNode;
  /** Long lists are not fetched ahead. */
  readonly isOfMany?: boolean;
}

/** A page in a list of pages. */
export function ReferenceEntry({ href, name, about, facts, isOfMany = false }: ReferenceEntryProps) {
  return (
    <div className="grid gap-0.5">
      <Link
        href={href}
        {...(isOfMany ? { prefetch: false } : {})}
        className="w-fit rounded font-medium text-accent underline-offset-4 hover:underline"
      >
        {name}
      </Link>
      {facts}
      <p className="max-w-prose text-sm text-soft">{about}</p>
    </div>
  );
}
