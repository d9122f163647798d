/**
 * What every container (compression format) of an event log offers.
 *
 * A container is recognized by its first bytes, never by the file's name, and is decoded as a stream:
 * memory use does not depend on the size of the file.
 */
export type ContainerId = 'plain' | 'gzip' | 'zstd' | 'lz4' | 'snappy' | 'lzf';

/** Opens a file at its start; every call starts again. */
export type OpenInput = () => AsyncIterable<Uint8Array>;

export interface Container {
  readonly id: ContainerId;
  /** What a person would call it, e.g. "zstd". */
  readonly name: string;
  /** Whether the first bytes of a file (at least 16 where the file has them) are of this container. */
  sniff(head: Uint8Array): boolean;
  /**
   * Decodes a file piece by piece, in chunks of roughly 256 KiB to 1 MiB. A chunk, read or yielded, is valid only
   * until the next one is asked for (decoders reuse their output buffer, which may be wasm memory), so whoever
   * keeps bytes copies them, and nobody transfers them to another worker.
   * Damaged or cut input never throws: what decodes is yielded and `report` says how it ended. To find that out a
   * decoder may open the file once more.
   * Only an input that itself fails (the disk is gone) throws.
   */
  decode(open: OpenInput, report: DecodeReport): AsyncIterable<Uint8Array>;
}

/** Why decoding stopped before the input did. */
export interface Problem {
  /** `truncated`: the input ends too early; `corrupt`: the bytes contradict the format or its checksum. */
  readonly kind: 'truncated' | 'corrupt';
  /** For a person, e.g. "the checksum of a block does not match". */
  readonly detail: string;
}

export interface Damage extends Problem {
  /** Where in the compressed bytes: the first that could not be used. */
  readonly atByte: number;
}

/** Filled while decoding: how much was read, and how the stream ended. */
export interface DecodeReport {
  /** Bytes of the container consumed so far. */
  bytesIn: number;
  /** Decoded bytes yielded so far. */
  bytesOut: number;
  /** Set when the stream did not end cleanly; decoding stops there. */
  damage?: Damage;
}

export function newReport(): DecodeReport {
  return { bytesIn: 0, bytesOut: 0 };
}

export function truncated(detail: string): Problem {
  return { kind: 'truncated', detail };
}

export function corrupt(detail: string): Problem {
  return { kind: 'corrupt', detail };
}
