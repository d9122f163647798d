import { describe, expect, it } from 'vitest';
import { hasEvents, readApplication } from './application.ts';
import { eventLog, lines, TASK_END } from './testing.ts';

describe('hasEvents', () => {
  it.each([
    ['as Spark writes it', TASK_END],
    ['with blanks', '{ "Event" : "SparkListenerTaskEnd" }'],
    ['with another key in front', '{"Timestamp":17,"Event":"SparkListenerTaskEnd"}'],
    ['with a text in front', '{"host":"a \\"quoted\\" name","Event":"SparkListenerTaskEnd"}'],
    ['behind blank lines', `\n\r\n  \n${TASK_END}`],
    ['behind broken lines', `imit":{"a":1}}\n{"Event":\n${TASK_END}`],
  ])('sees an event %s', (_, text) => {
    expect(hasEvents(text)).toBe(true);
  });

  it.each([
    ['a key that only contains the word', '{"Event Name":"x"}'],
    ['an event inside another object', '{"body":{"Event":"SparkListenerTaskEnd"}}'],
    ['an event as the third key', '{"a":1,"b":2,"Event":"x"}'],
    ['Python code with an event in it', 'line = \'{"Event":"SparkListenerTaskEnd"}\''],
    ['nothing', ''],
  ])('sees none in %s', (_, text) => {
    expect(hasEvents(text)).toBe(false);
  });

  it('stays fast on long texts made to slow it down', () => {
    const start = performance.now();
    for (const piece of ['\n', ' ', '{"', '{"a":', '{"a":"', '{"a":1\n', '{"\\"', '\t{']) {
      expect(hasEvents(piece.repeat(65536 / piece.length))).toBe(false);
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('readApplication', () => {
  it('finds name, id, attempt, version and start in the first lines', () => {
    expect(readApplication(eventLog({ id: 'app-7', name: 'etl', attempt: '2' }))).toEqual({
      id: 'app-7',
      name: 'etl',
      attempt: '2',
      sparkVersion: '3.5.8',
      startTime: 1_700_000_007_000,
    });
  });

  it('takes the version of a Databricks log from its metadata', () => {
    const metadata = {
      Event: 'com.databricks.backend.daemon.driver.DBCEventLoggingListenerMetadata',
      'Rollover Number': 0,
      'Spark Version': '15.4.x-scala2.12',
    };
    expect(readApplication(lines(metadata))).toEqual({ sparkVersion: '15.4.x-scala2.12' });
  });

  it('leaves out what is missing or of the wrong type', () => {
    const start = { Event: 'SparkListenerApplicationStart', 'App Name': 'etl', 'App ID': 5, Timestamp: -1 };
    expect(readApplication(lines(start))).toEqual({ name: 'etl' });
  });

  it('says nothing about a later file, or a line that is cut', () => {
    expect(readApplication(TASK_END)).toBeUndefined();
    expect(readApplication('{"Event":"SparkListenerApplicationStart","App Na')).toBeUndefined();
  });
});
