import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, figuresOfPlaywright } from './count-tests.mjs';

describe('countVitest', () => {
  it('counts tests, and a file that could not be loaded as one failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      passed: 2,
      failed: 2,
    });
  });
});

describe('countPlaywright', () => {
  it('counts flaky tests and errors outside of tests as failures', () => {
    const stats = { expected: 40, unexpected: 1, flaky: 2, skipped: 3 };
    expect(countPlaywright({ stats, errors: [{ message: 'no server' }] })).toEqual({ passed: 40, failed: 4 });
  });
});

describe('figuresOfPlaywright', () => {
  it('finds figures however deep the suites are nested', () => {
    const spec = {
      tests: [{ annotations: [{ type: 'figure', description: '150 KiB' }, { type: 'issue' }] }],
    };
    expect(figuresOfPlaywright({ suites: [{ suites: [{ specs: [spec] }] }] })).toEqual(['150 KiB']);
  });
});
