import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';

export interface ReferenceFrameProps {
  /** What the list beside the page holds: "Problems". */
  readonly listLabel: string;
  readonly groups: readonly ReferenceGroup[];
  /** Address of this page, where the list holds it. */
  readonly here?: string;
  readonly children: ReactNode;
}

export interface ReferenceGroup {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

/** A page with the list of its siblings: beside it where there is room, else below. */
export function ReferenceFrame({ listLabel, groups, here, children }: ReferenceFrameProps) {
  return (
    <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 sm:px-6 lg:grid-cols-[minmax(0,1fr)_15rem] lg:gap-12">
      <div className="min-w-0">{children}</div>
      <nav aria-label={listLabel} className="max-lg:border-line max-lg:border-t max-lg:pt-6">
        <div className="grid content-start gap-x-6 gap-y-4 max-lg:grid-cols-2 lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:overflow-y-auto lg:border-line lg:border-l lg:pl-5">
          {groups.map(({ title, links }) => (
            <div key={title} className="grid content-start gap-1">
              <p className="font-semibold text-faint text-xs">{title}</p>
              <ul className="grid gap-0.5">
                {links.map(({ label, href }) => (
                  <li key={href}>
                    <ListLink href={href} here={href === here} label={label} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </nav>
    </div>
  );
}

interface ListLinkProps {
  readonly href: string;
  readonly here: boolean;
  readonly label: string;
}

function ListLink({ href, here, label }: ListLinkProps) {
  // A place on the same page needs nothing fetched ahead.
  const Anchor = href.startsWith('#') ? 'a' : Link;
  return (
    <Anchor
      href={href}
      aria-current={here ? 'page' : undefined}
      className={clsx(
        'wrap-anywhere inline-block rounded py-0.5 text-sm hover:text-accent pointer-coarse:py-2.5',
        here ? 'font-semibold text-ink' : 'text-soft',
      )}
    >
      {label}
    </Anchor>
  );
}
