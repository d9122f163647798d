'use client';
import { useState } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { KNOB_GROUPS, type Knob, type KnobGroup } from '#lib/simulator/pipeline/knob.ts';
import { KNOBS } from '#lib/simulator/pipeline/knob-list.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { history } from '../session/simulation.ts';
import { GROUP_WORDS } from './group-words.ts';
import { KnobRow } from './knob-row.tsx';

/** All knobs: the few that matter most in view, the others folded below them. */
export function KnobPanel() {
  const { present } = useStore(history);
  const [explained, setExplained] = useState(false);
  return (
    <section
      aria-label="Knobs"
      data-explained={explained}
      className="group/knobs relative rounded border border-line bg-panel px-4 py-2 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto"
    >
      <Switch label="Explain each knob" on={explained} onChange={setExplained} />
      <div className="divide-y divide-line">
        {KNOB_GROUPS.map((group) => (
          <Group key={group} group={group} knobs={present} />
        ))}
      </div>
    </section>
  );
}

function Group({ group, knobs }: { readonly group: KnobGroup; readonly knobs: Knobs }) {
  const all = KNOBS.filter((knob) => knob.group === group && knob.matters?.(knobs) !== false);
  const primary = all.filter((knob) => knob.primary);
  const others = all.filter((knob) => !knob.primary && knob.type !== 'weights');
  if (all.length === 0) return null;
  return (
    <div className="py-2">
      <h2 className="pt-1 font-semibold text-sm">{GROUP_WORDS[group]}</h2>
      {primary.map((knob) => (
        <KnobRow key={knob.id} knob={knob} knobs={knobs} />
      ))}
      {others.length > 0 ? (
        <Disclosure
          summary={
            <span className="min-w-0 truncate font-normal text-soft" title={namesOf(others)}>
              <span className="font-medium">
                {primary.length > 0 ? `${others.length} more` : others.length}
              </span>
              : {namesOf(others)}
            </span>
          }
        >
          {others.map((knob) => (
            <KnobRow key={knob.id} knob={knob} knobs={knobs} />
          ))}
        </Disclosure>
      ) : null}
    </div>
  );
}

function namesOf(knobs: readonly Knob[]): string {
  return knobs.map(({ label }) => label).join(', ');
}
