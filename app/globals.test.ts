import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, difference, type Vision } from '#components/ui/testing/color.ts';

const css = readFileSync(new URL('globals.css', import.meta.url), 'utf8');
const themes = { light: tokensOf(':root'), dark: tokensOf('.dark') };

const surfaces = ['page', 'panel', 'raised', 'sunken', 'tint'];
const text = ['ink', 'soft', 'faint', 'accent', 'alert', 'better', 'worse'];
const roles = ['narrow', 'shuffle', 'broadcast', 'scan', 'sink'];
const visions: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];

describe.each(Object.entries(themes))('the %s theme', (_name, tokens) => {
  const color = (name: string) => {
    const value = tokens.get(name);
    if (!value) throw new Error(`no token --${name}`);
    return value;
  };
  const tooWeak = (name: string, least: number) =>
    surfaces.filter((surface) => contrast(color(name), color(surface)) < least);

  it.each(text)('has %s as readable text on every surface', (name) => {
    expect(tooWeak(name, 4.5)).toEqual([]);
  });

  it.each([...roles, 'edge'])('has %s as a visible mark on every surface', (name) => {
    expect(tooWeak(name, 3)).toEqual([]);
  });

  it('has readable text on the main button and on tooltips', () => {
    expect(contrast(color('page'), color('ink'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color('page'), color('soft'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(visions)('keeps the operator roles apart for %s vision', (vision) => {
    const apart = roles.flatMap((a, i) =>
      roles.slice(i + 1).map((b) => difference(color(a), color(b), vision)),
    );
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(20);
  });

  it.each(visions)('keeps better and worse apart for %s vision', (vision) => {
    expect(difference(color('better'), color('worse'), vision)).toBeGreaterThanOrEqual(45);
  });
});

it('defines the same colors in both themes', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
});

function tokensOf(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}
