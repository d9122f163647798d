import type { UnresolvedText } from '#lib/pyspark/program.ts';
import { PlaceButton } from './place-button.tsx';

export interface UnknownListProps {
  readonly unresolved: readonly UnresolvedText[];
  readonly several: boolean;
  readonly onGo: (file: string, offset: number) => void;
}

/** What cannot be known from the text, and what that means for the rest: never guessed silently. */
export function UnknownList({ unresolved, several, onGo }: UnknownListProps) {
  if (unresolved.length === 0)
    return <p className="p-3 text-soft text-sm">Everything in this program could be followed.</p>;
  return (
    <ul className="grid gap-2 p-3">
      {unresolved.map(({ where, what, effect }) => (
        <li key={`${where.file} ${where.from} ${what}`} className="wrap-anywhere text-sm">
          <PlaceButton onClick={() => onGo(where.file, where.from)}>
            {several ? `${where.file} ` : ''}line {where.line}
          </PlaceButton>{' '}
          {what}
          <span className="block text-soft">{effect}</span>
        </li>
      ))}
    </ul>
  );
}
