/** Why a log may be too much for this device, in bytes. */
export interface SizeNotice {
  readonly decodedBytes: number;
  /** What reading it may need. */
  readonly memoryBytes: number;
  /** What the browser says of the device, at most 8 GiB; undefined where it does not tell. */
  readonly deviceBytes: number | undefined;
  /** Beyond what the SQL engine can hold. */
  readonly mayNotFit: boolean;
}

const GIB = 2 ** 30;
/** From here on reading takes minutes rather than seconds. */
const ASK_FROM = 2 * GIB;
/** On a device with little memory. */
const ASK_FROM_ON_SMALL = GIB / 2;
const SMALL_DEVICE = 2 * GIB;
/** A task's events take some 7 KiB and its row half a KiB, twice over while it is handed to the engine. */
const MEMORY_SHARE = 0.15;
const BASE_MEMORY = GIB / 4;
/** A 32-bit engine: 3.1 GiB for data. */
const ENGINE_MEMORY = 3 * GIB;

/** What to say before a log of this size is read; undefined when it is nothing to talk about. */
export function sizeNotice(decodedBytes: number, deviceBytes?: number): SizeNotice | undefined {
  const isSmallDevice = deviceBytes !== undefined && deviceBytes <= SMALL_DEVICE;
  if (decodedBytes < (isSmallDevice ? ASK_FROM_ON_SMALL : ASK_FROM)) return undefined;
  const memoryBytes = BASE_MEMORY + decodedBytes * MEMORY_SHARE;
  return { decodedBytes, memoryBytes, deviceBytes, mayNotFit: memoryBytes > ENGINE_MEMORY };
}

/** The device's memory as the browser states it, rounded and capped for privacy. */
export function deviceMemory(): number | undefined {
  const { deviceMemory: gib } = navigator as Navigator & { readonly deviceMemory?: number };
  return gib === undefined ? undefined : gib * GIB;
}
