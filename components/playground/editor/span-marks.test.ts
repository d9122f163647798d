import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { spanMarks } from './span-marks.ts';

describe('spanMarks', () => {
  const { effect, field } = spanMarks('x');
  const marked = (state: EditorState) => {
    const found: string[] = [];
    state.field(field).between(0, state.doc.length, (from, to) => void found.push(state.sliceDoc(from, to)));
    return found;
  };
  const first = EditorState.create({ doc: 'one two three', extensions: [field] }).update({
    effects: effect.of([
      { from: 4, to: 7 },
      { from: 0, to: 3 },
    ]),
  }).state;

  it('marks spans, in whatever order they come', () => expect(marked(first)).toEqual(['one', 'two']));

  it('moves them along while the text changes', () => {
    expect(marked(first.update({ changes: { from: 0, insert: 'zero ' } }).state)).toEqual(['one', 'two']);
  });

  it('replaces them', () => {
    expect(marked(first.update({ effects: effect.of([]) }).state)).toEqual([]);
  });
});
