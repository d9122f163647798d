import type { Audience } from './audience.ts';
import type { EvidencePack, Fact, PackTerm } from './evidence-pack.ts';
import { factLabel, factValue, subjectName } from './fact-text.ts';
import { PROBLEM_KNOWLEDGE } from './problem-knowledge.ts';
import { CONCEPT_WORDS, OPERATOR_WORDS } from './words.ts';

/**
 * An explanation written by rules from a pack, in the same markdown and with the same citations as a model's. Every number in
 * it is a fact's, so the check of an answer finds nothing to mark.
 */
export function writeExplanation(pack: EvidencePack, audience: Audience): string {
  const { subject } = pack;
  const parts = [
    opening(pack, audience),
    ...(subject.kind === 'diff'
      ? [changes(pack), changedNames(pack, audience)]
      : [figures(pack, audience), names(pack, audience)]),
    next(pack, audience),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const ORIGINS: Readonly<Record<EvidencePack['origin'], string>> = {
  measured: 'measured in this run',
  predicted: 'predicted from the program and its settings; nothing has run',
  simulated: 'simulated by a model from stated assumptions; nothing has run',
};

function opening(pack: EvidencePack, audience: Audience): string {
  const { subject, origin } = pack;
  const title = `**${subjectName(pack)}**`;
  if (subject.kind === 'insight') {
    const { is, costs } = PROBLEM_KNOWLEDGE[subject.problem];
    const why = audience === 'expert' ? '' : ` ${costs}`;
    return `${title}: ${is}${why} Severity is ${subject.severity}, confidence ${subject.confidence}. All figures are ${ORIGINS[origin]}.`;
  }
  if (subject.kind === 'step')
    return `${title}: ${CONCEPT_WORDS[subject.concept]} All figures are ${ORIGINS[origin]}.`;
  const words = audience === 'new' ? ` ${CONCEPT_WORDS.shuffle}` : '';
  const what = subject.kind === 'diff' ? 'the program before a change and after it' : 'the program';
  return `${title}: what Spark makes of ${what}.${words} All figures are ${ORIGINS[origin]}.`;
}

/** How many figures each reader gets; the rest is in the table of the evidence. */
const SHOWN: Readonly<Record<Audience, number>> = { new: 5, daily: 10, expert: 60 };

function figures({ facts }: EvidencePack, audience: Audience): string {
  const lines: string[] = [];
  for (const [i, fact] of facts.entries()) {
    if (fact.role) continue;
    const compared: Fact[] = [];
    for (const other of facts.slice(i + 1)) {
      if (!other.role) break;
      compared.push(other);
    }
    lines.push(`- ${figure(fact)}${compared.length > 0 ? `, ${comparison(compared)}` : ''}`);
  }
  return lines.slice(0, SHOWN[audience]).join('\n');
}

function figure(fact: Fact): string {
  return `${factLabel(fact)}: ${factValue(fact)} [${fact.id}]`;
}

function comparison(facts: readonly Fact[]): string {
  const held = facts
    .filter(({ role }) => role === 'compared')
    .map((fact) => `${factValue(fact)} [${fact.id}]`);
  const derived = facts
    .filter(({ role }) => role === 'derived')
    .map((fact) => `${factValue(fact)} [${fact.id}]`);
  return [
    ...(held.length > 0 ? [`held against ${held.join(' and ')}`] : []),
    ...(derived.length > 0 ? [`that is ${derived.join(', ')}`] : []),
  ].join('; ');
}

/** What differs first, then that the rest is equal. */
function changes({ facts }: EvidencePack): string {
  const labels = [...new Set(facts.map(({ label }) => label))];
  const lines = labels.flatMap((label) => {
    const [before, after] = (['before', 'after'] as const).map((side) =>
      facts.filter((fact) => fact.label === label && fact.side === side),
    );
    if (sameValues(before ?? [], after ?? [])) return [];
    return [`- ${label}: ${listed(before ?? [])} before, ${listed(after ?? [])} after`];
  });
  return lines.length > 0 ? lines.join('\n') : 'None of the figures differs between the two plans.';
}

function sameValues(before: readonly Fact[], after: readonly Fact[]): boolean {
  return before.length === after.length && before.every(({ value }, i) => value === after[i]?.value);
}

function listed(facts: readonly Fact[]): string {
  return facts.length === 0 ? 'none' : facts.map((fact) => `${factValue(fact)} [${fact.id}]`).join(', ');
}

const KIND_WORDS: readonly (readonly [PackTerm['kind'], string])[] = [
  ['operator', 'Operators'],
  ['exchange', 'Kinds of exchange'],
  ['rule', 'Rules that are broken'],
];

/** Names that only one of two plans has; operators with words for those who are new. */
function changedNames({ terms }: EvidencePack, audience: Audience): string {
  const lines = KIND_WORDS.flatMap(([kind, title]) =>
    (['before', 'after'] as const).flatMap((side) => {
      const only = terms.filter((term) => term.kind === kind && term.side === side);
      if (only.length === 0) return [];
      const words = (name: string) => (audience === 'new' ? (OPERATOR_WORDS[name] ?? '') : '');
      const listed = only.map(({ name, id }) => {
        const about = words(name).replace(/\.$/, '');
        return `\`${name}\` [${id}]${about ? ` (${about})` : ''}`;
      });
      return [`- ${title} only ${side}: ${listed.join(', ')}`];
    }),
  );
  return lines.join('\n');
}

function names({ terms }: EvidencePack, audience: Audience): string {
  const operators = terms.filter(({ kind }) => kind === 'operator');
  if (operators.length === 0) return '';
  if (audience !== 'new')
    return `Operators: ${operators.map(({ name, id }) => `\`${name}\` [${id}]`).join(', ')}.`;
  return operators
    .flatMap(({ name, id }) => {
      const words = OPERATOR_WORDS[name];
      return words ? [`- \`${name}\` [${id}] ${words}`] : [];
    })
    .join('\n');
}

function next({ subject, terms }: EvidencePack, audience: Audience): string {
  const settings = terms.filter(({ kind }) => kind === 'setting');
  const bears =
    audience === 'new' || settings.length === 0
      ? ''
      : ` Settings that bear on it: ${settings.map(({ name, id }) => `\`${name}\` [${id}]`).join(', ')}.`;
  const look = subject.kind === 'insight' ? PROBLEM_KNOWLEDGE[subject.problem].look : '';
  return `${look}${bears}`.trim();
}
