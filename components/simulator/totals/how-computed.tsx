import { Popover } from '#components/ui/popover.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Computed } from '#lib/simulator/computed.ts';
import { figureText } from './figure-text.ts';

export interface HowComputedProps {
  readonly label: string;
  readonly computed: Computed;
  readonly className?: string;
}

/** A figure that opens how it came about. */
export function HowComputed({ label, computed, className }: HowComputedProps) {
  const text = figureText(computed.value, computed.unit);
  return (
    <Popover
      label={`How "${label}" is computed`}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          className={`min-h-6 rounded text-left underline decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid ${className ?? ''}`}
        >
          {text}
          <span className="sr-only">: how {label.toLowerCase()} is computed</span>
        </button>
      )}
    >
      <Explanation label={label} computed={computed} />
    </Popover>
  );
}

export function Explanation({ label, computed }: Pick<HowComputedProps, 'label' | 'computed'>) {
  const { value, unit, formula, inputs, source, kind } = computed;
  return (
    <div className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {label}: {figureText(value, unit)}
        <Tag outline={kind === 'exact' ? 'solid' : 'dotted'}>{kind}</Tag>
      </p>
      <p className="wrap-anywhere rounded bg-sunken p-2 font-mono text-xs">{formula}</p>
      {inputs.length > 0 ? (
        <dl className="grid gap-1">
          {inputs.map((input) => (
            <div key={input.name} className="grid grid-cols-[1fr_auto] gap-x-3">
              <dt className="text-soft">
                {input.name}
                {input.setting ? (
                  <code className="wrap-anywhere block font-mono text-faint text-xs">{input.setting}</code>
                ) : null}
              </dt>
              <dd>{figureText(input.value, input.unit)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="text-soft text-xs">
        {kind === 'exact' ? 'Spark: ' : 'Source: '}
        {source}
      </p>
      <p className="text-faint text-xs">
        {kind === 'exact'
          ? 'Exact: Spark’s rule has one answer for these inputs.'
          : 'Estimate: a real run may differ; use it to compare one setting with another.'}
      </p>
    </div>
  );
}
