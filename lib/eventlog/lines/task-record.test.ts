import { describe, expect, it } from 'vitest';
import { metricIndex } from '#lib/tables/schema/task-metrics.ts';
import { fillFromJson, newTaskRecord } from './task-record.ts';

const info = { 'Task ID': 7, Index: 3, 'Launch Time': 10, 'Finish Time': 20, 'Executor ID': '1', Host: 'h' };

function filled(more: object, peakKeys: readonly string[] = []) {
  const record = newTaskRecord(peakKeys.length);
  const event = { Event: 'SparkListenerTaskEnd', 'Stage ID': 2, 'Task Info': info, ...more };
  expect(fillFromJson(record, event, peakKeys)).toBe(true);
  return record;
}

/** Message of a task that ended for a reason. */
const message = (Reason: string, more: object = {}) =>
  filled({ 'Task End Reason': { Reason, ...more } }).errorMessage;

describe('fillFromJson', () => {
  it('says that an event without the ids of stage and task says nothing', () => {
    const record = newTaskRecord(0);
    expect(fillFromJson(record, { 'Stage ID': 1, 'Task Info': {} }, [])).toBe(false);
    expect(fillFromJson(record, { 'Task Info': info }, [])).toBe(false);
    expect(fillFromJson(record, {}, [])).toBe(false);
  });

  it('counts a metric that the log lacks as 0, as the History Server does, and a partition as unknown', () => {
    const { metrics, partition, attempt, stageAttempt } = filled({});
    expect([...metrics]).toEqual([...metrics].map(() => 0));
    expect([partition, attempt, stageAttempt]).toEqual([-1, 0, 0]);
  });

  it('finds push-based shuffle under both names that Spark gave it', () => {
    const at = metricIndex('shuffle_local_merged_bytes_read');
    const of = (name: string) =>
      filled({ 'Task Metrics': { 'Shuffle Read Metrics': { [name]: { 'Merged Local Bytes Read': 5 } } } })
        .metrics[at];
    expect([of('Push Based Shuffle'), of('Shuffle Push Read Metrics')]).toEqual([5, 5]);
  });

  it('adds up remote and local shuffle bytes', () => {
    const read = { 'Remote Bytes Read': 5, 'Local Bytes Read': 7 };
    expect(
      filled({ 'Task Metrics': { 'Shuffle Read Metrics': read } }).metrics[metricIndex('shuffle_read_bytes')],
    ).toBe(12);
  });

  it('takes numbers in quotes, as old logs have them, and nothing that is no number', () => {
    const run = (value: unknown) =>
      filled({ 'Task Metrics': { 'Executor Run Time': value } }).metrics[metricIndex('executor_run_time')];
    expect([run('15'), run('1 s'), run(null), run({}), run([3])]).toEqual([15, 0, 0, 0, 0]);
  });

  it('keeps task values of SQL metrics, and of no other accumulators', () => {
    const accumulables = [
      { ID: 1, Update: '5', Metadata: 'sql' },
      { ID: 2, Update: 7 },
      { ID: 3, Metadata: 'sql' },
      { ID: 4, Update: -1, Metadata: 'sql' },
      null,
    ];
    const { accumulatorIds, accumulatorUpdates, accumulatorCount } = filled({
      'Task Info': { ...info, Accumulables: accumulables },
    });
    expect(accumulatorCount).toBe(2);
    expect([...accumulatorIds.subarray(0, 2)]).toEqual([1, 4]);
    expect([...accumulatorUpdates.subarray(0, 2)]).toEqual([5, -1]);
  });

  it('has room for more metrics than any record before', () => {
    const many = Array.from({ length: 1000 }, (_, ID) => ({ ID, Update: ID, Metadata: 'sql' }));
    expect(filled({ 'Task Info': { ...info, Accumulables: many } }).accumulatorCount).toBe(1000);
  });

  it('keeps the peaks it is asked for', () => {
    const peaks = { JVMHeapMemory: 5, MinorGCCount: 9 };
    expect([
      ...filled({ 'Task Executor Metrics': peaks }, ['MinorGCCount', 'JVMHeapMemory', 'X']).peaks,
    ]).toEqual([9, 5, 0]);
  });
});

describe('the message of a task', () => {
  it.each([
    ['Success', {}, ''],
    [
      'ExceptionFailure',
      { 'Full Stack Trace': 'java.io.IOException: x\n\tat y' },
      'java.io.IOException: x\n\tat y',
    ],
    ['ExceptionFailure', { 'Class Name': 'java.io.IOException', Description: 'x' }, 'java.io.IOException: x'],
    ['TaskKilled', { 'Kill Reason': 'another attempt succeeded' }, 'another attempt succeeded'],
    ['TaskKilled', {}, 'killed'],
    [
      'FetchFailed',
      {
        'Block Manager Address': { 'Executor ID': '1', Host: 'h', Port: 7 },
        'Shuffle ID': 0,
        'Map ID': 5,
        'Map Index': 1,
        'Reduce ID': 2,
        Message: 'gone',
      },
      'FetchFailed(BlockManagerId(1, h, 7, None), shuffleId=0, mapIndex=1, mapId=5, reduceId=2, message=\ngone\n)',
    ],
    [
      'FetchFailed',
      { 'Shuffle ID': 0, 'Map ID': -1, 'Map Index': -1, 'Reduce ID': 2, Message: 'gone' },
      'FetchFailed(null, shuffleId=0, mapIndex=-1, mapId=-1, reduceId=2, message=\ngone\n)',
    ],
    [
      'ExecutorLostFailure',
      { 'Executor ID': '1', 'Exit Caused By App': true, 'Loss Reason': 'Command exited with code 137' },
      'ExecutorLostFailure (executor 1 exited caused by one of the running tasks) Reason: Command exited with code 137',
    ],
    [
      'ExecutorLostFailure',
      { 'Executor ID': '1', 'Exit Caused By App': false, 'Loss Reason': 'preempted' },
      'ExecutorLostFailure (executor 1 exited unrelated to the running tasks) Reason: preempted',
    ],
    [
      'TaskCommitDenied',
      { 'Job ID': 1, 'Partition ID': 2, 'Attempt Number': 3 },
      'TaskCommitDenied (Driver denied task commit) for job: 1, partition: 2, attemptNumber: 3',
    ],
    ['Resubmitted', {}, 'Resubmitted (resubmitted due to lost executor)'],
    ['TaskResultLost', {}, 'TaskResultLost (result lost from block manager)'],
    ['SomethingNew', {}, 'SomethingNew'],
  ])('that ended with %s %j is what Spark says', (reason, more, expected) => {
    expect(message(reason, more)).toBe(expected);
  });
});
