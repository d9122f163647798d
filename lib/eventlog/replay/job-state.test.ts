import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { JobState } from './job-state.ts';

function started(event: Json) {
  const job = new JobState(3);
  job.start({ 'Submission Time': 1_700_000_000_000, ...event });
  return job;
}

function ended(result: Json) {
  const job = started({});
  job.end({ 'Completion Time': 1_700_000_000_900, 'Job Result': result });
  return job.row(0);
}

const stage = (id: number, more: Json = {}) => ({ 'Stage ID': id, 'Stage Name': `stage ${id}`, ...more });

describe('the start of a job', () => {
  it('names it after its last stage, the one that gives the result', () => {
    const infos = [stage(4), stage(9, { Details: 'the stack of 9' }), stage(7)];
    const row = started({ 'Stage Infos': infos, 'Stage IDs': [4, 9, 7] }).row(0);
    expect(row).toMatchObject({ name: 'stage 9', call_site: 'the stack of 9', stage_ids: [4, 9, 7] });
  });

  it('counts the tasks of stages whose output is not there yet', () => {
    const there = { 'Completion Time': 1_699_999_999_000 };
    const infos = [stage(1, { 'Number of Tasks': 5, ...there }), stage(2, { 'Number of Tasks': 3 })];
    expect(started({ 'Stage Infos': infos }).row(0).num_tasks).toBe(3);
  });

  it('tells its tags, group, description, execution and where it was called', () => {
    const properties = {
      'spark.job.tags': 'etl,nightly',
      'spark.jobGroup.id': 'g',
      'spark.job.description': 'daily',
      'spark.sql.execution.id': '12',
      'callSite.long': 'the whole stack',
    };
    expect(started({ 'Stage Infos': [stage(1)], Properties: properties }).row(0)).toMatchObject({
      job_tags: ['etl', 'nightly'],
      job_group: 'g',
      description: 'daily',
      sql_execution_id: 12,
      call_site: 'the whole stack',
    });
  });

  it('may have no stage at all, as for an empty RDD', () => {
    expect(started({ 'Stage IDs': [], 'Stage Infos': [] }).row(0)).toMatchObject({
      name: '',
      num_tasks: 0,
      stage_ids: [],
      job_tags: [],
      sql_execution_id: null,
    });
  });
});

describe('the end of a job', () => {
  it.each([
    ['JobSucceeded', { Result: 'JobSucceeded' }, 'SUCCEEDED', null],
    ['JobFailed', { Result: 'JobFailed', Exception: { Message: 'no disk' } }, 'FAILED', 'no disk'],
    ['JobFailed without a message', { Result: 'JobFailed' }, 'FAILED', null],
  ])('is %s', (_, result, status, reason) => {
    expect(ended(result)).toMatchObject({
      status,
      failure_reason: reason,
      completion_time: 1_700_000_000_900,
    });
  });
});
