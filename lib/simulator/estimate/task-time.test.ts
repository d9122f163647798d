import { describe, expect, it } from 'vitest';
import { taskTime } from './task-time.ts';

const MB = 1e6;
const speeds = {
  scanRate: 100 * MB,
  shuffleRate: 50 * MB,
  rowRate: 200 * MB,
  writeRate: 10 * MB,
  taskMs: 20,
  openMs: 10,
};
const nothing = { files: 0, scanned: 0, shuffled: 0, worked: 0, spilled: 0, written: 0 };

describe('taskTime', () => {
  it('adds up what a task does, each at its speed', () => {
    expect(taskTime({ ...nothing, scanned: 100 * MB, written: 10 * MB }, speeds).value).toBe(2020);
    expect(taskTime({ ...nothing, shuffled: 100 * MB, worked: 100 * MB }, speeds).value).toBe(2520);
  });

  it('writes and reads what is spilled', () => {
    expect(taskTime({ ...nothing, spilled: 50 * MB }, speeds).value).toBe(2020);
  });

  it('opens files one after the other', () => {
    expect(taskTime({ ...nothing, files: 300 }, speeds).value).toBe(3020);
  });

  it('costs something even for nothing', () => {
    expect(taskTime(nothing, speeds).value).toBe(20);
  });
});
