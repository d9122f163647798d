import type { EvidencePack } from './evidence-pack.ts';
import { factsStating } from './match-fact.ts';
import { type Block, type Inline, parseMarkdown } from './parse-markdown.ts';
import { readQuantities } from './read-quantities.ts';

/**
 * An answer cut into pieces: words, citations resolved against the pack, and numbers held against its facts. Whatever is not
 * in the pack is a piece of its own that says so, so that nobody can show it as a fact.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'citation'; readonly id: string; readonly known: boolean }
  /** `facts`: ids of the facts that state it; none: not in the evidence. `cited`: its sentence cites one of them. */
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly facts: readonly string[];
      readonly cited: boolean;
    };

export interface CheckedInline {
  readonly style: Inline['style'];
  readonly pieces: readonly Piece[];
}

export type CheckedBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly inlines: readonly CheckedInline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly CheckedInline[])[];
    }
  | { readonly kind: 'code'; readonly pieces: readonly Piece[] };

export interface CheckedAnswer {
  readonly blocks: readonly CheckedBlock[];
  readonly citations: number;
  readonly unknownCitations: number;
  readonly numbers: number;
  readonly unknownNumbers: number;
}

export function checkAnswer(text: string, pack: EvidencePack): CheckedAnswer {
  const blocks = parseMarkdown(text).map((block) => checkBlock(block, pack));
  const pieces = blocks.flatMap(piecesOf);
  const citations = pieces.filter(({ kind }) => kind === 'citation');
  const numbers = pieces.filter((piece) => piece.kind === 'number');
  return {
    blocks,
    citations: citations.length,
    unknownCitations: citations.filter((piece) => piece.kind === 'citation' && !piece.known).length,
    numbers: numbers.length,
    unknownNumbers: numbers.filter(({ facts }) => facts.length === 0).length,
  };
}

/**
 * The part of an answer that is still arriving that can be checked: up to the end of its last sentence. A number that is half
 * there would be held against the wrong facts.
 */
export function checkablePart(text: string): string {
  const ends = [...text.matchAll(/[.!?:](?=\s)|\n/g)];
  const last = ends.at(-1);
  return last ? text.slice(0, last.index + 1) : '';
}

function checkBlock(block: Block, pack: EvidencePack): CheckedBlock {
  switch (block.kind) {
    case 'code':
      return { kind: 'code', pieces: checkText(block.text, pack, citedIn(block.text)) };
    case 'list':
      return { ...block, items: block.items.map((item) => checkInlines(item, pack)) };
    default:
      return { ...block, inlines: checkInlines(block.inlines, pack) };
  }
}

/** A number's sentence goes over the bounds of bold and code, and so do the citations that it is held against. */
function checkInlines(inlines: readonly Inline[], pack: EvidencePack): readonly CheckedInline[] {
  const whole = inlines.map(({ text }) => text).join('');
  let at = 0;
  return inlines.map(({ style, text }) => {
    const start = at;
    at += text.length;
    const cited = (from: number) => citedIn(sentenceAt(whole, start + from))(0);
    return { style, pieces: checkText(text, pack, cited) };
  });
}

/** `[e1]`, `[e1, e2]`, `[e1][t2]`, and with other brackets that models like. */
const CITATION = /[[【(]\s*([et]\d{1,4}(?:\s*[,;]\s*[et]\d{1,4})*)\s*[\]】)]/g;

function checkText(
  text: string,
  pack: EvidencePack,
  cited: (from: number) => ReadonlySet<string>,
): readonly Piece[] {
  const known = new Set([...pack.facts, ...pack.terms].map(({ id }) => id));
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(CITATION)) {
    pieces.push(...checkNumbers(text.slice(from, match.index), pack, (at) => cited(from + at)));
    for (const id of match[1]!.split(/\s*[,;]\s*/))
      pieces.push({ kind: 'citation', id, known: known.has(id) });
    from = match.index + match[0].length;
  }
  const rest = from;
  pieces.push(...checkNumbers(text.slice(rest), pack, (at) => cited(rest + at)));
  return pieces;
}

function checkNumbers(
  text: string,
  pack: EvidencePack,
  cited: (from: number) => ReadonlySet<string>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const words = (to: number) => {
    if (to > from) pieces.push({ kind: 'text', text: text.slice(from, to) });
  };
  const inNames = spansOfNames(text, pack);
  for (const quantity of readQuantities(text)) {
    if (inNames.some((span) => quantity.from >= span.from && quantity.to <= span.to)) continue;
    words(quantity.from);
    const ids = cited(quantity.from);
    const facts = factsStating(quantity, pack.facts).map(({ id }) => id);
    // The one that the sentence cites comes first: equal numbers can be of different things.
    facts.sort((a, b) => Number(ids.has(b)) - Number(ids.has(a)));
    pieces.push({ kind: 'number', text: quantity.text, facts, cited: facts.some((id) => ids.has(id)) });
    from = quantity.to;
  }
  words(text.length);
  return pieces;
}

/** The digits of `SHF-04` are no number, where the pack has that name. */
function spansOfNames(
  text: string,
  { terms }: EvidencePack,
): readonly { readonly from: number; readonly to: number }[] {
  return terms
    .filter(({ name }) => /\d/.test(name))
    .flatMap(({ name }) =>
      [...text.matchAll(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g'))].map(({ index }) => ({
        from: index,
        to: index + name.length,
      })),
    );
}

function citedIn(text: string): (from: number) => ReadonlySet<string> {
  const ids = new Set([...text.matchAll(CITATION)].flatMap((match) => match[1]!.split(/\s*[,;]\s*/)));
  return () => ids;
}

/** A citation may stand behind the full stop of its sentence. */
function sentenceAt(text: string, position: number): string {
  const end = /[.!?](?=\s|$)(?:\s*[[【(][^\]】)]{1,40}[\]】)])*/g;
  let from = 0;
  for (const match of text.matchAll(end)) {
    const to = match.index + match[0].length;
    if (position < to) return text.slice(from, to);
    from = to;
  }
  return text.slice(from);
}

function piecesOf(block: CheckedBlock): readonly Piece[] {
  if (block.kind === 'code') return block.pieces;
  const inlines = block.kind === 'list' ? block.items.flat() : block.inlines;
  return inlines.flatMap(({ pieces }) => pieces);
}
