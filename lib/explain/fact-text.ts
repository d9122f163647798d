import { formatQuantity } from '#lib/base/format.ts';
import { problemName } from '#lib/model/problem-name.ts';
import type { EvidencePack, Fact, PackTerm } from './evidence-pack.ts';

/** A fact's number as the app writes it. */
export function factValue({ value, unit }: Fact): string {
  return formatQuantity(value, unit);
}

/** What a fact is the number of: "longest task, held against". */
export function factLabel({ label, role, side, unit }: Fact): string {
  const part = role === 'compared' ? ', held against' : role === 'derived' ? `, as a ${unit}` : '';
  return `${side ? `${side}: ` : ''}${label}${part}`;
}

/** What a name is the name of: "operator, only before". */
export function termLabel({ kind, side }: PackTerm): string {
  return side ? `${kind}, only ${side}` : kind;
}

/** What a pack is about, as a title. */
export function subjectName({ subject }: EvidencePack): string {
  switch (subject.kind) {
    case 'insight':
      return problemName(subject.problem);
    case 'plan':
      return 'Predicted plan';
    case 'diff':
      return 'Plan before and after';
    default:
      return `Step about ${subject.concept.replaceAll('-', ' ')}`;
  }
}
