import { ZSTD_WASM } from './zstd-wasm.ts';

/** The largest block of the format is 128 KiB, plus its header. */
export const INPUT_BYTES = 128 * 1024 + 16;
const OUTPUT_BYTES = 1024 * 1024;

/** The part of zstddec's wasm that we call. Pointers and sizes are numbers; a size above 2^32 - 120 is an error. */
interface ZstdExports {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  ZSTD_createDCtx(): number;
  ZSTD_freeDCtx(context: number): number;
  ZSTD_decompressStream(context: number, output: number, input: number): number;
}

/**
 * zstd's streaming decoder, compiled to wasm by zstddec. Its own loader fetches a `data:` URL, which
 * `connect-src 'self'` forbids, and decodes at half the speed, so the code around the wasm is ours. One decoder
 * is one wasm instance.
 */
class ZstdDecoder {
  /** How many bytes the decoder would like next: the rest of a header, or a block and the header after it. */
  wanted = FRAME_START_BYTES;
  insideFrame = false;
  /** Decoded bytes that were not taken yet. */
  filled = 0;
  /** What is wrong with the data; then decoding cannot go on. */
  error: string | undefined;

  private readonly wasm: ZstdExports;
  private context: number;
  private readonly input: number;
  private readonly output: number;
  /** Two structs of C that say where to read and write: {pointer, size, position} each. */
  private readonly inputStruct: number;
  private readonly outputStruct: number;
  /** Whether there is loaded input, or output behind a full buffer, that is not decoded yet. */
  private hasMore = false;
  /** The wasm's memory, as bytes and as the words of the structs. Growing replaces it. */
  private bytes = new Uint8Array(0);
  private words = new Uint32Array(0);

  constructor(wasm: ZstdExports) {
    this.wasm = wasm;
    this.context = wasm.ZSTD_createDCtx();
    this.inputStruct = wasm.malloc(2 * STRUCT_BYTES);
    this.outputStruct = this.inputStruct + STRUCT_BYTES;
    this.input = wasm.malloc(INPUT_BYTES);
    this.output = wasm.malloc(OUTPUT_BYTES);
  }

  /** Gives the decoder `count` bytes, at most `INPUT_BYTES`, when it has used up the ones before. */
  load(from: Uint8Array, at: number, count: number): void {
    this.viewMemory();
    this.bytes.set(from.subarray(at, at + count), this.input);
    this.setStruct(this.inputStruct, this.input, count, 0);
    this.hasMore = true;
  }

  /** Decodes what was loaded. True when the output is full: it has to be taken before the next call. */
  step(): boolean {
    while (this.hasMore) {
      this.setStruct(this.outputStruct, this.output, OUTPUT_BYTES, this.filled);
      const result = this.wasm.ZSTD_decompressStream(this.context, this.outputStruct, this.inputStruct) >>> 0;
      this.viewMemory();
      if (result > LARGEST_SIZE) {
        this.error = errorText(2 ** 32 - result);
        return false;
      }
      this.filled = this.words[(this.outputStruct >> 2) + POSITION]!;
      this.insideFrame = result !== 0;
      this.wanted = result || FRAME_START_BYTES;
      const isFull = this.filled === OUTPUT_BYTES;
      const input = this.inputStruct >> 2;
      const isUsedUp = this.words[input + POSITION] === this.words[input + SIZE];
      // A full buffer may leave decoded bytes behind in the window, but not when the frame has ended.
      this.hasMore = !isUsedUp || (isFull && this.insideFrame);
      if (isFull) return true;
    }
    return false;
  }

  take(): Uint8Array {
    const chunk = this.bytes.subarray(this.output, this.output + this.filled);
    this.filled = 0;
    return chunk;
  }

  /** Forgets the file it was reading. */
  reset(): void {
    this.wasm.ZSTD_freeDCtx(this.context);
    this.context = this.wasm.ZSTD_createDCtx();
    this.wanted = FRAME_START_BYTES;
    this.insideFrame = false;
    this.filled = 0;
    this.error = undefined;
    this.hasMore = false;
  }

  get memoryBytes(): number {
    return this.wasm.memory.buffer.byteLength;
  }

  private viewMemory(): void {
    const { buffer } = this.wasm.memory;
    if (this.bytes.buffer === buffer) return;
    this.bytes = new Uint8Array(buffer);
    this.words = new Uint32Array(buffer);
  }

  private setStruct(struct: number, pointer: number, size: number, position: number): void {
    this.words[struct >> 2] = pointer;
    this.words[(struct >> 2) + SIZE] = size;
    this.words[(struct >> 2) + POSITION] = position;
  }
}

const STRUCT_BYTES = 12;
/** Fields of a struct, in words behind its pointer. */
const SIZE = 1;
const POSITION = 2;
/** Magic and descriptor: from these the decoder knows how long the frame's header is. */
const FRAME_START_BYTES = 5;
const LARGEST_SIZE = 2 ** 32 - 120;

/** Codes of zstd_errors.h that a damaged or unusual file can cause. */
function errorText(code: number): string {
  switch (code) {
    case 10:
      return 'bytes that are no zstd frame';
    case 14:
    case 16:
      return 'a window larger than 128 MiB, or an option that is not supported';
    case 22:
      return 'the checksum of a frame does not match';
    case 32:
      return 'compressed with a dictionary, which is needed to read it';
    case 64:
      return 'not enough memory for the window';
    default:
      return `a block is damaged (error ${code})`;
  }
}

let compiled: Promise<WebAssembly.Module> | undefined;
let idle: ZstdDecoder | undefined;

export async function borrowDecoder(): Promise<ZstdDecoder> {
  const decoder = idle;
  idle = undefined;
  if (decoder) return decoder;
  compiled ??= WebAssembly.compile(Uint8Array.from(atob(ZSTD_WASM), (char) => char.charCodeAt(0)));
  const imports = { env: { emscripten_notify_memory_growth: () => undefined } };
  const instance = await WebAssembly.instantiate(await compiled, imports);
  return new ZstdDecoder(instance.exports as unknown as ZstdExports);
}

/**
 * One decoder is kept for the next file, as looking into thousands of files would otherwise make thousands of
 * instances. One that has grown for a large window is let go: wasm memory never shrinks.
 */
export function giveBack(decoder: ZstdDecoder): void {
  if (decoder.memoryBytes > KEPT_BYTES) return;
  decoder.reset();
  idle = decoder;
}

const KEPT_BYTES = 32 * 1024 * 1024;
