import { describe, expect, it } from 'vitest';
import { filePolicy, pagePolicy } from './security-headers.ts';

describe('the policies', () => {
  it('of the built app allow no inline code and no eval', () => {
    for (const policy of [pagePolicy('abc'), filePolicy]) {
      expect(policy).not.toContain("'unsafe-inline'");
      expect(policy).not.toContain("'unsafe-eval'");
    }
  });

  it('name no address but the own one', () => {
    for (const policy of [pagePolicy('abc'), filePolicy]) expect(policy).not.toMatch(/https?:|\*/);
  });

  it('let no page but one that is made for it stand inside of another', () => {
    for (const policy of [pagePolicy('abc'), filePolicy]) expect(policy).toContain("frame-ancestors 'none'");
    const embeddable = pagePolicy('abc', { embeddable: true });
    expect(embeddable).toContain('frame-ancestors *');
    expect(embeddable.replace('frame-ancestors *', "frame-ancestors 'none'")).toBe(pagePolicy('abc'));
  });

  it('carry the nonce for scripts and styles of pages', () => {
    expect(pagePolicy('abc')).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'");
    expect(pagePolicy('abc')).toContain("style-src 'self' 'nonce-abc'");
  });
});
