import { describe, expect, it } from 'vitest';
import { crashDetails } from './crash-details.ts';

const place = { path: '/analyze', browser: 'Test/1', version: '1.2.3' };

describe('crashDetails', () => {
  it('holds what helps to find the defect, causes included', () => {
    const details = crashDetails(new TypeError('outer', { cause: new RangeError('inner') }), place);
    expect(details).toContain('Shufflescope 1.2.3');
    expect(details).toContain('page /analyze');
    expect(details).toContain('error TypeError');
    expect(details).toContain('caused by RangeError');
    expect(details).toMatch(/crash-details\.test\.ts:\d+:\d+/);
  });

  it('holds nothing of a message, which may quote what is in a file', () => {
    const secret = 'bad row: customer 4711\nat 12:30:45\nat row (card:1234:5)';
    const error = new Error(secret, { cause: new Error('s3://bucket/secret.parquet') });
    const details = crashDetails(error, place);
    expect(details).not.toMatch(/4711|1234|12:30|secret/);
  });

  it('copes with things thrown that are no errors, and with circles', () => {
    expect(crashDetails('just text', place)).toContain('error string');
    const circle = new Error('a');
    circle.cause = circle;
    expect(crashDetails(circle, place).match(/caused by/g)).toHaveLength(4);
  });
});
