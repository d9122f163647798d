import { Disclosure } from '#components/ui/disclosure.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { problemName } from '#lib/model/problem-name.ts';
import type { AnalysisState } from '#lib/share/kinds/analysis.ts';
import { figuresOf } from '#lib/share/report/report-content.ts';
import { SharedInsight } from './shared-insight.tsx';

export interface SharedAnalysisProps {
  readonly state: AnalysisState;
  readonly withoutAnswer: boolean;
}

/** Figures, then insights, then what was checked. */
export function SharedAnalysis({ state, withoutAnswer }: SharedAnalysisProps) {
  const { trust, insights, clear, not_applicable } = state;
  const checks = [
    ['checked and clear', clear.map(({ problem, checked }) => [problem, checked] as const)],
    ['not applicable', not_applicable.map(({ problem, reason }) => [problem, reason] as const)],
  ] as const;
  return (
    <div className="grid gap-4">
      <Panel title="Figures">
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-3">
          {figuresOf(state).map(([name, value]) => (
            <div key={name} className="min-w-0">
              <dt className="text-soft text-sm">{name}</dt>
              <dd className="wrap-anywhere font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      {trust.length > 0 ? (
        <Panel title="What the log does not tell">
          <ul className="grid gap-2 text-sm">
            {trust.map(({ fact, detail, affects }) => (
              <li key={fact} className="wrap-anywhere">
                {detail} <span className="text-soft">{affects}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {withoutAnswer ? null : (
        <>
          {insights.length === 0 ? (
            <p className="rounded border border-line bg-panel p-4">
              None of the problems that were looked for was found in this run.
            </p>
          ) : null}
          {insights.map((insight, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link never changes its order
            <SharedInsight key={index} insight={insight} withoutAnswer={false} />
          ))}
          <Panel title="Everything that was checked">
            {checks.map(([title, rows]) => (
              <Disclosure key={title} summary={`${rows.length} ${title}`}>
                <ul className="grid gap-1 text-sm">
                  {rows.map(([problem, text]) => (
                    <li key={problem}>
                      <span className="font-medium">{problemName(problem)}</span>: {text}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ))}
          </Panel>
        </>
      )}
    </div>
  );
}
