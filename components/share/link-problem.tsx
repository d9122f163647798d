import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import type { LinkProblem as Problem, ReadLink } from '#lib/share/link.ts';
import { LINK_PROBLEMS } from './link-problem-words.ts';

export interface LinkProblemProps {
  readonly problem: Problem;
  readonly link: ReadLink;
}

/** What is wrong with a link, and what can be done; below it stands what could be saved. */
export function LinkProblem({ problem, link }: LinkProblemProps) {
  const { title, reason, next } = LINK_PROBLEMS[problem];
  const { json, content } = link;
  return (
    <div
      role="alert"
      className="grid gap-3 rounded border border-line border-l-4 border-l-alert bg-panel p-4"
    >
      <h1 className="font-semibold text-lg">{title}</h1>
      <p className="wrap-anywhere max-w-prose text-sm">{reason(link)}</p>
      <p className="max-w-prose text-sm">{next}</p>
      {content ? (
        <p className="max-w-prose font-medium text-sm">
          {problem === 'newer'
            ? 'Below is what this version understands of it.'
            : 'Below is what could be saved. Figures in it may be wrong.'}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {json === '' ? null : (
          <Button
            onClick={() => saveFile('shared.txt', new Blob([json], { type: 'text/plain' }))}
            data-tip="The text inside of the link, as far as it could be read"
          >
            Save its text
          </Button>
        )}
        <Link href="/" className="px-2 font-medium text-accent text-sm underline underline-offset-4">
          Go to the start page
        </Link>
      </div>
    </div>
  );
}
