import { describe, expect, it } from 'vitest';
import { problemName } from './problem-name.ts';

describe('problemName', () => {
  it.each([
    ['task-skew', 'Task skew'],
    ['gc-pressure', 'GC pressure'],
    ['python-udf', 'Python UDF'],
    ['aqe-disabled', 'AQE disabled'],
    ['out-of-memory', 'Out of memory'],
  ] as const)('%s reads as "%s"', (problem, name) => {
    expect(problemName(problem)).toBe(name);
  });
});
