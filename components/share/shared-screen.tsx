'use client';
import { useDocumentTitle } from '#components/shell/use-document-title.ts';
import { SharedContent } from './content/shared-content.tsx';
import { ExerciseAnswer } from './exercise-answer.tsx';
import { LinkProblem } from './link-problem.tsx';
import { MakeItMine } from './make-it-mine.tsx';
import { SharedAbout } from './shared-about.tsx';
import { sharedTitle } from './shared-title.ts';
import { useReadLink } from './use-read-link.ts';

/** What a link carries, read-only. The fragment is read in the browser; the server only sent the page. */
export function SharedScreen() {
  const link = useReadLink();
  const content = link?.content;
  const title = content ? sharedTitle(content.state) : undefined;
  useDocumentTitle(title, 'Shared');
  if (!link) return <h1 className="sr-only">Shared</h1>;
  const Title = link.problem ? 'h2' : 'h1';
  return (
    <div className="mx-auto grid w-full max-w-5xl gap-4 px-4 py-6 sm:px-6">
      {link.problem ? <LinkProblem problem={link.problem} link={link} /> : null}
      {content ? (
        <>
          <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div className="min-w-0">
              <Title className="wrap-anywhere font-semibold text-xl">{title}</Title>
              <SharedAbout content={content} lost={link.lost} />
            </div>
            <MakeItMine content={content} />
          </header>
          {content.exercise ? <ExerciseAnswer exercise={content.exercise} /> : null}
          <SharedContent state={content.state} />
        </>
      ) : null}
    </div>
  );
}
