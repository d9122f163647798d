'use client';
import { clsx } from 'clsx';
import { Button } from '#components/ui/button.tsx';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { formatQuantity } from '#lib/base/format.ts';
import { type KeyFigureRow, keyFigures } from '#lib/tables/queries/key-figures.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { openSql } from '../console/console-draft.ts';

/** The run in a dozen figures; each tells what it means and the SQL behind it. */
export function KeyFigureList() {
  const answer = useAnswer('key-figures', keyFigures);
  return (
    <Answered answer={answer} what="the key figures">
      {(figures) => (
        <ul className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-6">
          {figures.map((figure) => (
            <li key={figure.id} className="bg-panel">
              <KeyFigureCell figure={figure} />
            </li>
          ))}
        </ul>
      )}
    </Answered>
  );
}

function KeyFigureCell({ figure }: { readonly figure: KeyFigureRow }) {
  const { label, meaning, sql, value, unit } = figure;
  const text = value === null ? 'none in the log' : formatQuantity(value, unit);
  return (
    <Popover
      label={label}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          className="grid w-full gap-0.5 px-3 py-2 text-left -outline-offset-2 hover:bg-tint"
        >
          <span className="truncate text-faint text-xs">{label}</span>
          <span className={clsx('truncate text-lg', value === null ? 'text-faint' : 'font-semibold')}>
            {text}
          </span>
        </button>
      )}
    >
      <p className="font-semibold text-sm">
        {label}: {text}
      </p>
      <p className="pt-1 text-soft text-sm">{meaning}</p>
      <p className="pt-3 pb-1 font-semibold text-sm">SQL behind this</p>
      <CodeBlock label="the SQL" code={sql} />
      <Button className="mt-3" onClick={() => openSql(sql)}>
        Open in the console
      </Button>
    </Popover>
  );
}
