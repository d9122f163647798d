import { Button } from '#components/ui/button.tsx';
import type { GraphEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { MoveChoices } from '#lib/pyspark/edit/move-choices.ts';

export interface MoveFormProps {
  readonly moves: MoveChoices;
  readonly onEdit: (edit: GraphEdit) => void;
}

/** Brings an operation past its neighbors where every result stays what it is, and says why not elsewhere. */
export function MoveForm({ moves: { up, down }, onEdit }: MoveFormProps) {
  const ways = [
    ...(up ? [{ ...up, words: 'Move before' }] : []),
    ...(down ? [{ ...down, words: 'Move behind' }] : []),
  ];
  if (ways.length === 0) return null;
  const stuck = ways.filter(({ why }) => why !== undefined);
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap gap-2">
        {ways.map(({ words, past, why, edit }) => (
          <Button key={words} unavailable={why} onClick={() => onEdit(edit)}>
            {words} {past}
          </Button>
        ))}
      </p>
      {stuck.map(({ words, past, why }) => (
        <p key={words} className="text-soft text-xs">
          {words} {past}: no. {why}
        </p>
      ))}
    </div>
  );
}
