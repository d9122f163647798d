import type { Option } from '#lib/model/insight.ts';

/** What one can do, what it costs, and when not to: never one without the others. */
export function OptionList({ options }: { readonly options: readonly Option[] }) {
  return (
    <ul className="divide-y divide-line">
      {options.map(({ action, trade_off, avoid_when }) => (
        <li key={action} className="grid gap-1 py-2.5 text-sm first:pt-0">
          <p className="wrap-anywhere max-w-prose">{action}</p>
          <dl className="grid max-w-prose grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-soft">
            <dt className="text-faint">costs</dt>
            <dd>{trade_off}</dd>
            <dt className="text-faint">not when</dt>
            <dd>{avoid_when}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
