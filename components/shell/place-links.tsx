'use client';
import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { places } from './places.ts';

export function PlaceLinks() {
  const pathname = usePathname();
  return (
    <nav aria-label="Places" className="flex min-w-0 self-stretch overflow-x-auto">
      {places.map(({ id, label, href }) => {
        const here = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <Link
            key={id}
            href={href}
            // Fully, so that a place opens also when the network is gone by then.
            prefetch
            aria-current={here ? 'page' : undefined}
            className={clsx(
              'flex items-center border-y-2 border-t-transparent px-2.5 text-sm -outline-offset-2 hover:text-ink',
              here ? 'border-b-accent font-medium text-ink' : 'border-b-transparent text-soft',
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
