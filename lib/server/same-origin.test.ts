import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const from = (headers: Record<string, string>, publicUrl?: string, trustedProxies = 0) =>
  isSameOrigin(new Headers(headers), { publicUrl, trustedProxies });

describe('isSameOrigin', () => {
  it('takes a page of this server', () => {
    expect(from({ host: 'app.example', origin: 'https://app.example' })).toBe(true);
    expect(
      from({ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }),
    ).toBe(true);
    expect(from({ host: 'inner:3000', origin: 'https://app.example' }, 'https://app.example')).toBe(true);
    expect(
      from({ host: 'inner', 'x-forwarded-host': 'app.example', origin: 'https://app.example' }, undefined, 1),
    ).toBe(true);
  });

  it.each([
    ['another host', { host: 'app.example', origin: 'https://evil.example' }],
    ['another port', { host: 'app.example:3000', origin: 'http://app.example:4000' }],
    ['no origin', { host: 'app.example' }],
    ['an opaque origin', { host: 'app.example', origin: 'null' }],
    ['a sibling site', { host: 'app.example', origin: 'https://app.example', 'sec-fetch-site': 'same-site' }],
    [
      'a forwarded host without a proxy',
      { host: 'inner', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' },
    ],
  ])('refuses %s', (_, headers) => {
    expect(from(headers)).toBe(false);
  });

  it('holds on to the public address, whatever the Host header says', () => {
    expect(from({ host: 'evil.example', origin: 'https://evil.example' }, 'https://app.example')).toBe(false);
  });
});
