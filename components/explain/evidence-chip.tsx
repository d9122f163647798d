import { clsx } from 'clsx';
import type { EvidencePack } from '#lib/explain/evidence-pack.ts';
import { factLabel, factValue } from '#lib/explain/fact-text.ts';

export interface EvidenceChipProps {
  readonly id: string;
  readonly pack: EvidencePack;
  readonly onShow: (id: string) => void;
}

/** A citation: what it stands for on hover and for screen readers; pressed, it shows its row of the evidence. */
export function EvidenceChip({ id, pack, onShow }: EvidenceChipProps) {
  const meaning = meaningOf(id, pack);
  if (meaning === undefined) {
    return (
      <span
        data-tip="The answer cites evidence that there is not"
        className="mx-0.5 rounded border border-alert border-dashed px-1 font-mono text-alert text-xs"
      >
        {id}? <span className="sr-only">cites evidence that there is not</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      onClick={() => onShow(id)}
      data-tip={meaning}
      aria-label={`Evidence ${id}: ${meaning}`}
      className={clsx(
        'mx-0.5 min-h-6 min-w-6 rounded border border-edge bg-panel px-1 font-mono text-accent text-xs',
        'hover:border-accent hover:bg-tint',
      )}
    >
      {id}
    </button>
  );
}

function meaningOf(id: string, { facts, terms }: EvidencePack): string | undefined {
  const fact = facts.find((each) => each.id === id);
  if (fact) return `${factLabel(fact)}: ${factValue(fact)}`;
  const term = terms.find((each) => each.id === id);
  return term && `${term.kind} ${term.name}`;
}
