import type { Container } from './container.ts';
import { gzip } from './gzip.ts';
import { lz4Block } from './lz4-block.ts';
import { lzf } from './lzf.ts';
import { plain } from './plain.ts';
import { snappyJava } from './snappy-java.ts';
import { zstd } from './zstd.ts';

/** Every container we read, the most common first. A new one is added here. */
export const CONTAINERS: readonly Container[] = [zstd, lz4Block, snappyJava, gzip, lzf, plain];

/** How many first bytes of a file `sniffContainer` wants to see. */
export const SNIFF_BYTES = 16;

/** Which container a file is, by its first bytes; what no other claims is plain. */
export function sniffContainer(head: Uint8Array): Container {
  return CONTAINERS.find((container) => container.sniff(head)) ?? plain;
}
