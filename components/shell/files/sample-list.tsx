'use client';
import { formatBytes } from '#lib/base/format.ts';
import { samples } from './samples.ts';
import { useOpenSample } from './use-open-sample.ts';

/** Real logs, one click away. */
export function SampleList() {
  const open = useOpenSample();
  return (
    <ul className="grid gap-2">
      {samples.map(({ id, title, what, bytes, spark }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => open(id)}
            className="grid w-full gap-0.5 rounded border border-line bg-panel px-3 py-2 text-left transition-colors hover:border-accent hover:bg-tint"
          >
            <span className="font-medium text-sm">{title}</span>
            <span className="text-soft text-sm">{what}</span>
            <span className="text-faint text-xs">
              Spark {spark} · {formatBytes(bytes)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
