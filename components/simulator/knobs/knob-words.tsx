import type { Knob } from '#lib/simulator/pipeline/knob.ts';

/** The Spark setting that a knob stands for, and what it does: always there for screen readers, on demand for the eye. */
export function KnobWords({ knob, id }: { readonly knob: Knob; readonly id: string }) {
  return (
    <div id={id} className="grid gap-0.5 text-xs">
      {knob.setting ? <code className="wrap-anywhere font-mono text-soft">{knob.setting}</code> : null}
      <p className="max-w-prose text-faint group-data-[explained=false]/knobs:sr-only">{knob.help}</p>
    </div>
  );
}
