import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** `zstd-wasm.ts` is a copy of what zstddec carries inside its module, where nothing else can reach it. */
it('zstd-wasm.ts holds the wasm of the installed zstddec; `vitest -u` copies it again', async () => {
  const folder = new URL('../../../node_modules/zstddec/', import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
    version: string;
  };
  const module = readFileSync(new URL('dist/zstddec-stream.mjs', folder), 'utf8');
  const wasm = /^const wasm = "([^"]+)";$/m.exec(module)?.[1];
  const license = /\/\*\*\n\* BSD License[\s\S]+?\*\//.exec(module)?.[0].replace(/^\*/gm, ' *');
  const source = `// Copied from zstddec ${version} (MIT, https://github.com/donmccurdy/zstddec) by zstd-wasm.test.ts.\n\n${license}\nexport const ZSTD_WASM =\n  '${wasm}';\n`;
  await expect(source).toMatchFileSnapshot('./zstd-wasm.ts');
});
