import Link from 'next/link';
import { problemLinks } from './problem-links.ts';
import type { ProblemPage } from './problem-page.ts';
import { Prose } from './prose.tsx';
import { ReferenceFrame } from './reference-frame.tsx';

/** What a problem means, how it is found and what can be done, from the page beside its detector. */
export function ProblemScreen({ page }: { readonly page: ProblemPage }) {
  return (
    <ReferenceFrame listLabel="Problems" groups={problemLinks()} here={`/reference/${page.id}`}>
      <p className="text-sm">
        <Link href="/reference" className="text-accent underline underline-offset-4">
          Reference
        </Link>
      </p>
      <div className="mt-3 grid gap-1">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{page.title}</h1>
        <p className="max-w-prose text-lg text-soft">{page.why}</p>
        <p className="text-faint text-xs">
          Id of the problem: <span className="font-mono">{page.id}</span>
        </p>
      </div>
      <Prose text={page.body} />
    </ReferenceFrame>
  );
}
