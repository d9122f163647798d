import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'shufflescope-'));
const [first, second] = ['first', 'second'].map((name) => join(folder, name));

beforeAll(() => {
  mkdirSync(first!);
  mkdirSync(second!);
  writeFileSync(join(first!, 'chromium'), 'no program');
  for (const name of ['chrome', 'google-chrome']) {
    writeFileSync(join(second!, name), '#!/bin/sh\n');
    chmodSync(join(second!, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('findChromium', () => {
  it('takes the one that it is told', () => {
    expect(findChromium({ CHROMIUM_PATH: '/opt/browser', PATH: second })).toBe('/opt/browser');
  });

  it('looks through the PATH for a program that can run, the usual names first', () => {
    const PATH = [first, second].join(delimiter);
    expect(findChromium({ PATH })).toBe(join(second!, 'google-chrome'));
  });
});
