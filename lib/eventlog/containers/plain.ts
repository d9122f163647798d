import { coalesce } from './coalesce.ts';
import type { Container, DecodeReport } from './container.ts';

/** No container: the bytes are the log. Last in the registry, as everything could be this. */
export const plain: Container = {
  id: 'plain',
  name: 'uncompressed',
  sniff: () => true,
  decode: (open, report) => coalesce(counted(open(), report), report),
};

async function* counted(input: AsyncIterable<Uint8Array>, report: DecodeReport): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) {
    report.bytesIn += chunk.length;
    yield chunk;
  }
}
