import { describe, expect, it } from 'vitest';
import { portableHash, portablePartition } from './portable-hash.ts';
import type { Python, PythonKey } from './python-hash.ts';

const str = (value: string): PythonKey => ({ type: 'str', value });
const int = (value: bigint): PythonKey => ({ type: 'int', value });
const float = (value: number): PythonKey => ({ type: 'float', value });
const python = (minor: number, hashSeed = 0): Python => ({ minor, hashSeed });
const NONE: PythonKey = { type: 'NoneType' };
const tuple = (...items: readonly PythonKey[]): PythonKey => ({ type: 'tuple', items });

describe("PySpark's portable_hash", () => {
  it.each([
    [str('a'), 4_644_417_185_603_328_019n],
    [str('spark'), 226_417_650_480_810_963n],
    [str(''), 0n],
    [str('é'), 6_047_309_291_227_476_195n],
    [str('日本'), 6_243_316_497_235_261_705n],
    [str('😀'), -3_536_540_696_076_613_844n],
  ])('of the text $value is what Python 3.11 gives', (key, hash) =>
    expect(portableHash(key, python(11))).toBe(hash),
  );

  it('of text is another one before Python 3.11', () => {
    expect(portableHash(str('a'), python(10))).toBe(-7_583_489_610_679_606_711n);
    expect(portableHash(str('spark'), python(9))).toBe(-6_055_981_630_672_942_351n);
    expect(
      ['b', 'abc', 'user_1', 'é', '日本'].map((t) => portablePartition(portableHash(str(t), python(10)), 8)),
    ).toEqual([4, 6, 0, 7, 4]);
    expect(
      ['b', 'abc', 'user_1', 'é', '日本'].map((t) => portablePartition(portableHash(str(t), python(12)), 8)),
    ).toEqual([6, 2, 7, 3, 1]);
  });

  it('of text hangs on PYTHONHASHSEED', () => {
    expect(portableHash(str('spark'), python(11, 1))).toBe(3_774_479_986_484_850_589n);
    expect(portableHash(str('spark'), python(11, 4_294_967_295))).toBe(-8_031_965_195_358_757_064n);
  });

  it.each([
    [int(-1n), -2n],
    [int(2n ** 61n - 1n), 0n],
    [int(10n ** 20n), 848_750_603_811_160_107n],
    [int(-(2n ** 63n)), -4n],
    [float(1.5), 1_152_921_504_606_846_977n],
    [float(-1.5), -1_152_921_504_606_846_977n],
    [float(0.1), 230_584_300_921_369_408n],
    [float(1e300), 1_224_995_262_755_759_164n],
    [float(-1), -2n],
    [float(Number.POSITIVE_INFINITY), 314_159n],
    [float(5e-324), 1n << 24n],
    [{ type: 'bool', value: true } as const, 1n],
    [NONE, 0n],
  ])('of the number $value is taken modulo 2^61 - 1', (key, hash) =>
    expect(portableHash(key, python(11))).toBe(hash),
  );

  it('of a tuple mixes its items, whatever Python hashes tuples by', () => {
    expect(portableHash(tuple(int(1n), int(2n)), python(11))).toBe(3_430_029_580_082_870_073n);
    expect(portableHash(tuple(NONE, int(1n)), python(11))).toBe(3_430_028_580_079_870_073n);
    expect(portableHash(tuple(tuple(int(1n), int(2n)), NONE), python(11))).toBe(1_031_013_823_354_644_683n);
    expect(portableHash(tuple(str('a'), str('b')), python(11))).toBe(3_497_230_889_658_484_783n);
    expect(portableHash(tuple(), python(11))).toBe(3_430_008n);
  });

  it('gives a partition that is never negative', () => {
    expect(portablePartition(-2n, 8)).toBe(6);
    expect(portablePartition(-8n, 8)).toBe(0);
  });
});
