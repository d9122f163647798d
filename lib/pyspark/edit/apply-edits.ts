import type { SourceEdit } from './graph-edit.ts';

type Texts = ReadonlyMap<string, { readonly text: string }>;

/** The files after an edit; those that it does not touch stay the same objects. */
export function applyEdits(sources: Texts, edits: readonly SourceEdit[]): Texts {
  const files = new Map(sources);
  for (const { file, from, to, text } of edits.toSorted((a, b) => b.from - a.from)) {
    const before = files.get(file)?.text ?? '';
    files.set(file, { text: before.slice(0, from) + text + before.slice(to) });
  }
  return files;
}

/** Where an offset is after an edit; undefined where its text was replaced. */
export function offsetAfter(edits: readonly SourceEdit[], file: string, offset: number): number | undefined {
  let moved = 0;
  for (const edit of edits) {
    if (edit.file !== file || edit.from > offset) continue;
    if (offset < edit.to) return undefined;
    moved += edit.text.length - (edit.to - edit.from);
  }
  return offset + moved;
}
