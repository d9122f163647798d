import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { growingPlan } from './growing-plan.ts';

describe('growing-plan', () => {
  it('names a loop that joins onto its own result', async () => {
    const found = await lintText(
      growingPlan,
      [
        'ranks = users.select("user_id")',
        'for i in range(10):',
        '    ranks = ranks.join(events.select("user_id"), "user_id").distinct()',
        'ranks.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['3 CCH-06', '3 CCH-06']);
  });

  it('names one whose turns are not known', async () => {
    const found = await lintText(
      growingPlan,
      [
        'ranks = users.select("user_id")',
        'while ranks.count() > 10:',
        '    ranks = ranks.join(events.select("user_id"), "user_id")',
      ].join('\n'),
    );
    expect(found).toEqual(['3 CCH-06']);
  });

  it('finds nothing where the loop cuts the plan', async () => {
    const found = await lintText(
      growingPlan,
      [
        'ranks = users.select("user_id")',
        'for i in range(10):',
        '    ranks = ranks.join(events.select("user_id"), "user_id")',
        '    ranks = ranks.localCheckpoint()',
        'ranks.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for a few turns, nor for turns of their own', async () => {
    const found = await lintText(
      growingPlan,
      [
        'df = events',
        'for other in [users, countries]:',
        '    df = df.join(other, df.user_id == other.country)',
        'for i in range(10):',
        '    events.join(users, "user_id").write.parquet(f"out/{i}")',
        '", ".join(["a"] * 10)',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
