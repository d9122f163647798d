import Link from 'next/link';

export interface WayBackProps {
  /** The list that the page belongs to. */
  readonly list?: { readonly title: string; readonly href: string };
}

/** From a page to the lists above it. */
export function WayBack({ list }: WayBackProps) {
  const style = 'text-accent underline underline-offset-4';
  return (
    <p className="flex gap-2 text-sm">
      <Link href="/reference" className={style}>
        Reference
      </Link>
      {list ? (
        <>
          <span aria-hidden className="text-faint">
            /
          </span>
          <Link href={list.href} className={style}>
            {list.title}
          </Link>
        </>
      ) : null}
    </p>
  );
}
