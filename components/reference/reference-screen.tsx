import { CONTAINER_LIST } from './containers/container-list.ts';
import { OPERATION_LIST } from './operations/operation-list.ts';
import { pageGroups } from './problem-links.ts';
import { ReferenceEntry } from './reference-entry.tsx';
import { SETTING_LIST } from './settings/setting-list.ts';

/** The list of everything there is a page about. */
export function ReferenceScreen() {
  return (
    <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 sm:px-6">
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl tracking-tight">Reference</h1>
        <p className="max-w-prose text-lg text-soft">
          What is looked for in a log and in a program, how, and what can be done about it.
        </p>
      </div>
      <section aria-labelledby="problems" className="grid gap-4">
        <h2 id="problems" className="font-semibold text-xl">
          Problems
        </h2>
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          {pageGroups().map(({ title, pages }) => (
            <section
              key={title}
              aria-label={title}
              className="grid content-start gap-3 border-line border-t pt-3"
            >
              <h3 className="font-semibold text-faint text-xs">{title}</h3>
              <ul className="grid gap-3">
                {pages.map(({ id, title: name, why }) => (
                  <li key={id}>
                    <ReferenceEntry href={`/reference/${id}`} name={name} about={why} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
      <section aria-labelledby="programs" className="grid gap-3">
        <h2 id="programs" className="font-semibold text-xl">
          Programs
        </h2>
        <ReferenceEntry
          href="/reference/rules"
          name="Rules for PySpark programs"
          about="Patterns that cost more than they show: what each means, how it is found in the code, and when it is fine."
        />
        {[OPERATION_LIST, SETTING_LIST].map(({ href, title, about }) => (
          <ReferenceEntry key={href} href={href} name={title} about={about} />
        ))}
      </section>
      <section aria-labelledby="data" className="grid gap-3">
        <h2 id="data" className="font-semibold text-xl">
          Data
        </h2>
        <ReferenceEntry
          href="/reference/tables"
          name="Tables and views"
          about="Every table that is made from a log, with what a row is and what its columns mean, for your own SQL."
        />
        <ReferenceEntry href={CONTAINER_LIST.href} name={CONTAINER_LIST.title} about={CONTAINER_LIST.about} />
      </section>
      <section aria-labelledby="trust" className="grid gap-3">
        <h2 id="trust" className="font-semibold text-xl">
          Trust
        </h2>
        <ReferenceEntry
          href="/accuracy"
          name="Accuracy"
          about="How what is shown here compares with what real Spark did, with the misses."
        />
        <ReferenceEntry
          href="/privacy"
          name="Privacy"
          about="What stays in the tab, what can leave it, and how to check it yourself."
        />
      </section>
    </div>
  );
}
