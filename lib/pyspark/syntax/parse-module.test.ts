import { describe, expect, it } from 'vitest';
import { nodeWasmFiles } from './node-wasm.ts';
import { lowerDocument, parseModule } from './parse-module.ts';
import { loadPython, PythonDocument } from './parser.ts';

const language = await loadPython(nodeWasmFiles());
const names = (text: string): readonly string[] =>
  parseModule(language, text).body.map((stmt) =>
    stmt.kind === 'assign' && stmt.targets[0]?.kind === 'name' ? stmt.targets[0].name : stmt.kind,
  );

describe('parseModule', () => {
  it('reads everything around a bracket that is never closed', () => {
    const module = parseModule(language, 'a = 1\nb = df.select(\nc = 2\n\ndef f():\n    return 3\n');
    expect(module.broken).toHaveLength(1);
    expect(names('a = 1\nb = df.select(\nc = 2\n\ndef f():\n    return 3\n')).toEqual(['a', 'c', 'function']);
  });

  it('reads Python 2 prints and what follows them', () => {
    expect(names('print "x", y\na = 1\n')).toEqual(['expression', 'expression', 'a']);
  });

  it('keeps the parts of an f-string apart', () => {
    const [stmt] = parseModule(language, 'f"a{x!r:>3}b{{}}"').body;
    const value = stmt?.kind === 'expression' ? stmt.value : undefined;
    expect(value).toMatchObject({ kind: 'f-string', parts: ['a', { conversion: 'r', format: '>3' }, 'b{}'] });
  });

  it('joins adjacent strings and reads escapes', () => {
    const [stmt] = parseModule(language, String.raw`x = "a\n" 'b\x41' r"\n"`).body;
    expect(stmt).toMatchObject({ value: { kind: 'text', value: 'a\nbA\\n' } });
  });

  it('survives expressions nested deeper than the stack', () => {
    const deep = `x = ${'('.repeat(5000)}1${')'.repeat(5000)}\ny = 2\n`;
    expect(() => parseModule(language, deep)).not.toThrow();
    expect(() => parseModule(language, `x = ${'1 + '.repeat(20_000)}1\n`)).not.toThrow();
  });
});

describe('PythonDocument', () => {
  it('gives after an edit what parsing the new text gives', () => {
    const document = new PythonDocument(language, 'df = spark.table("t")\ndf.show()\n');
    document.edit({ from: 21, to: 21, text: '.cache()' });
    expect(document.text).toBe('df = spark.table("t").cache()\ndf.show()\n');
    expect(lowerDocument(document)).toEqual(parseModule(language, document.text));
    document.close();
  });
});
