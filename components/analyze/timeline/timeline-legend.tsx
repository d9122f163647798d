import { clsx } from 'clsx';

const ENTRIES = [
  ['bg-scan', 'stage reads files'],
  ['bg-shuffle', 'stage reads a shuffle'],
  ['bg-narrow', 'other stage'],
  ['bg-sink', 'job'],
] as const;

export function TimelineLegend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-soft text-xs">
      {ENTRIES.map(([color, text]) => (
        <li key={text} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={clsx('h-1 w-4', color)} />
          {text}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true">▲</span> executor added
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true">▽</span> removed
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true">▮▮▮</span> insight
      </li>
    </ul>
  );
}
