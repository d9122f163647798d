'use client';
import { clsx } from 'clsx';
import { useMemo } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { compareRuns, type Delta } from '#lib/simulator/pipeline/compare-runs.ts';
import { TOTALS } from '#lib/simulator/pipeline/pipeline-run.ts';
import type { RunPicture } from '../session/run-picture.ts';
import { baseline } from '../session/simulation.ts';
import { deltaText } from './delta-text.ts';
import { figureText } from './figure-text.ts';
import { HowComputed } from './how-computed.tsx';
import { TOTAL_WORDS } from './total-words.ts';

/** Every figure of the run, beside that of the baseline where one is pinned. */
export function TotalsPanel({ picture }: { readonly picture: RunPicture }) {
  const pinned = useStore(baseline);
  const deltas = useMemo(
    () => (pinned ? new Map(compareRuns(pinned, picture).map((each) => [each.total, each])) : undefined),
    [pinned, picture],
  );
  return (
    <Panel
      title={pinned ? 'Figures, beside the baseline' : 'Figures'}
      aside={<ProvenanceTag origin="simulated" />}
    >
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(8.25rem,1fr))] gap-x-4 gap-y-3">
        {TOTALS.map((id) => (
          <div key={id} data-total={id} className="grid content-start">
            <dt className="text-soft text-xs">
              {TOTAL_WORDS[id].label}
              {picture.totals[id].kind === 'estimate' ? <span className="text-faint"> (est.)</span> : null}
            </dt>
            <dd className="grid">
              <HowComputed
                label={TOTAL_WORDS[id].label}
                computed={picture.totals[id]}
                className="w-fit font-semibold text-lg"
              />
              {deltas ? <Change delta={deltas.get(id)!} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-prose text-faint text-xs">
        Choose a figure to see how it is computed. Estimates (est.) are for comparing settings; a real run
        takes another time.
      </p>
    </Panel>
  );
}

function Change({ delta }: { readonly delta: Delta }) {
  const { glyph, text, tone } = deltaText(delta);
  const isSame = glyph === '=';
  return (
    <span
      className={clsx(
        'text-xs',
        isSame
          ? 'text-faint'
          : tone === 'better'
            ? 'text-better'
            : tone === 'worse'
              ? 'text-worse'
              : 'text-ink',
      )}
    >
      <span aria-hidden>{glyph} </span>
      {text}
      {isSame ? null : <span className="text-faint"> from {figureText(delta.before, delta.unit)}</span>}
    </span>
  );
}
