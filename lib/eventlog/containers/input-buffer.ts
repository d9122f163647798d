/**
 * Turns chunks that may be cut anywhere into contiguous bytes: a decoder asks for as many as its next unit
 * needs and reads them at `bytes[at]`. Chunks are used in place; bytes are copied only where a unit straddles
 * two chunks. The buffer grows with the data that really arrives, so a header that promises 2 GB costs nothing.
 */
export class InputBuffer {
  bytes: Uint8Array = new Uint8Array(0);
  /** Index of the first unread byte in `bytes`. */
  at = 0;
  /** Index behind the last byte that has arrived. */
  end = 0;
  /** Position of `bytes[0]` in the whole input. */
  private base = 0;
  /** Holds the units that straddle chunks; otherwise `bytes` is the chunk itself. */
  private own = new Uint8Array(64);
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  get available(): number {
    return this.end - this.at;
  }

  /** Position of the first unread byte in the whole input. */
  get offset(): number {
    return this.base + this.at;
  }

  /** Waits until `count` contiguous bytes are there. False when the input ends first; what came stays readable. */
  async has(count: number): Promise<boolean> {
    while (this.available < count) {
      // The producer may reuse its chunk for the next one, so what is unread is saved before asking.
      const unread = this.available;
      if (unread > 0) this.keepUnread(unread);
      const { done, value } = await this.chunks.next();
      if (done) return false;
      if (unread > 0) this.append(value);
      else {
        this.base += this.end;
        this.bytes = value;
        this.at = 0;
        this.end = value.length;
      }
    }
    return true;
  }

  /** Passes over `count` bytes without gathering them. False when the input ends first. */
  async skip(count: number): Promise<boolean> {
    for (let left = count; left > 0; ) {
      if (!(await this.has(1))) return false;
      const step = Math.min(left, this.available);
      this.at += step;
      left -= step;
    }
    return true;
  }

  /** Releases the input (closes the file); to be called however decoding ends. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private keepUnread(count: number): void {
    if (this.bytes === this.own && this.at === 0) return;
    if (this.own.length < count) this.own = new Uint8Array(2 * count);
    this.own.set(this.bytes.subarray(this.at, this.end));
    this.base += this.at;
    this.bytes = this.own;
    this.at = 0;
    this.end = count;
  }

  private append(chunk: Uint8Array): void {
    const needed = this.end + chunk.length;
    if (needed > this.own.length) {
      const larger = new Uint8Array(2 * needed);
      larger.set(this.own.subarray(0, this.end));
      this.own = larger;
      this.bytes = larger;
    }
    this.own.set(chunk, this.end);
    this.end = needed;
  }
}
