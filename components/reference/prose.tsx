import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { headingId } from './heading-id.ts';

/** Markdown of ours as React elements; HTML in it would be left out. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <div className="grid min-w-0 gap-3">
      <Markdown skipHtml components={components}>
        {text}
      </Markdown>
    </div>
  );
}

const components: Components = {
  h2: ({ children }) => (
    <h2 id={headingId(plainText(children))} className="mt-4 font-semibold text-lg">
      {children}
    </h2>
  ),
  p: ({ children }) => <p className="max-w-prose text-base">{children}</p>,
  ul: ({ children }) => <ul className="ml-5 grid max-w-prose list-disc gap-2 text-base">{children}</ul>,
  strong: ({ children }) => <strong className="font-semibold">{children}</strong>,
  code: ({ children }) => (
    <code className="wrap-anywhere rounded border border-line bg-panel px-1 font-mono text-xs">
      {children}
    </code>
  ),
  a: ({ href = '', children }: ComponentProps<'a'>) => (
    <Link href={href} className="font-medium text-accent underline underline-offset-4">
      {children}
    </Link>
  ),
};

function plainText(children: ReactNode): string {
  return typeof children === 'string' ? children : '';
}
