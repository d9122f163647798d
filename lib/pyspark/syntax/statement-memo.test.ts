import { describe, expect, it } from 'vitest';
import { nodeWasmFiles } from './node-wasm.ts';
import { lowerDocument, parseModule } from './parse-module.ts';
import { loadPython, PythonDocument } from './parser.ts';

const language = await loadPython(nodeWasmFiles());

const PROGRAM = `import os
a = df.select("x", "y")

def clean(frame):
    """What counts."""
    return frame.filter(f"x > {LIMIT}")

b = clean(a)
b = clean(a)
b.write.parquet("out")
`;

function typedInto(at: number, typed: string): PythonDocument {
  const document = new PythonDocument(language, PROGRAM);
  lowerDocument(document);
  for (const [n, text] of [...typed].entries()) {
    document.edit({ from: at + n, to: at + n, text });
    lowerDocument(document);
  }
  return document;
}

describe('a document that is edited', () => {
  it.each([
    ['at its start', 0, 'x = 1\n'],
    ['in a function', PROGRAM.indexOf('    return'), '    frame = frame.limit(3)\n'],
    ['in a string', PROGRAM.indexOf('x > '), 'xx'],
    ['between two equal lines', PROGRAM.lastIndexOf('b = clean'), 'c = clean(b)\n'],
  ])('says the same as its text read from the start when something was typed %s', (_where, at, typed) => {
    const document = typedInto(at, typed);
    expect(lowerDocument(document)).toEqual(parseModule(language, document.text));
  });

  it('keeps the statements above an edit as they are', () => {
    const document = new PythonDocument(language, PROGRAM);
    const before = lowerDocument(document);
    document.edit({ from: PROGRAM.length, to: PROGRAM.length, text: 'c = 1\n' });
    const after = lowerDocument(document);
    for (const i of [0, 1, 2]) expect(after.body[i]).toBe(before.body[i]);
  });

  it('reads again what was broken and is whole now', () => {
    const document = typedInto(PROGRAM.indexOf('b = clean'), 'd = df.select(');
    expect(lowerDocument(document).broken).not.toEqual([]);
    const at = document.text.indexOf('select(') + 'select('.length;
    document.edit({ from: at, to: at, text: '"x")\n' });
    expect(lowerDocument(document)).toEqual(parseModule(language, document.text));
  });
});
