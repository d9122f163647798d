import { HowToCheck } from '#components/shell/how-to-check.tsx';
import { WayBack } from './entries/way-back.tsx';

interface Part {
  readonly title: string;
  readonly points: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    title: 'What stays in the tab',
    points: [
      'Event logs, programs and data files are read by the browser tab. They are never uploaded, and no server of anyone sees them.',
      'An open log is gone when the tab is closed. The list of recent files, muted problems, your SQL queries, your progress in Learn, and the last program of the Playground with the versions that were kept of it stay in this browser, on this machine, until you clear them.',
      'The Playground forgets its last program when you start anew, which keeps it as a version; “Forget” beside a version removes that.',
      'There is no tracking, no advertising and no request to any other address than the page’s own.',
    ],
  },
  {
    title: 'What can leave it, and only by your hand',
    points: [
      'A link that you share carries its content behind the #, which browsers send to no server. The dialog shows every character of it first; names, hosts, paths, values of settings and literals are hidden unless you show them.',
      'A link never holds rows of a table, SQL, or the log itself. Whoever has the link can read what is in it, and a link cannot be taken back.',
      'Files that you export or save are written to your own machine.',
    ],
  },
  {
    title: 'What the server does',
    points: [
      'It sends the pages and their files. Where the app is served with sign-in or explanations by a language model, those are the only other requests, and nothing is sent to a model before you have seen it and agreed.',
    ],
  },
  {
    title: 'Without a network',
    points: [
      'After the first visit the browser keeps the app, so that it opens and works without a network. Only the app’s own files are kept, never anything of yours and no answer of a server to a question.',
    ],
  },
];

export function PrivacyScreen() {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-4 py-8 sm:px-6">
      <WayBack />
      <div className="grid gap-2">
        <h1 className="font-semibold text-2xl tracking-tight">Privacy</h1>
        <p className="max-w-prose text-lg text-soft">
          Your files stay in this tab. You need not take our word for it.
        </p>
      </div>
      <section aria-labelledby="check" className="grid gap-2 rounded border border-line bg-panel p-4">
        <h2 id="check" className="font-semibold text-lg">
          Check it yourself
        </h2>
        <HowToCheck />
      </section>
      {PARTS.map(({ title, points }) => (
        <section key={title} className="grid gap-2">
          <h2 className="font-semibold text-lg">{title}</h2>
          <ul className="ml-5 grid max-w-prose list-disc gap-2">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
