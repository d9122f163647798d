import { BlobWriter, Uint8ArrayReader, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import { type DecodeReport, newReport } from '../containers/container.ts';
import { discoverLogs } from './discover.ts';
import type { Discovery, EventLogSource, NamedBlob } from './event-log-source.ts';

/** Files as text or bytes by their path: what a test drops, or packs into an archive. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The first lines of a log as Spark writes them; `id` "app-7" starts at second 7. */
export function eventLog({ id = 'app-1', name = 'daily report', attempt = '' } = {}): string {
  const start = {
    Event: 'SparkListenerApplicationStart',
    'App Name': name,
    'App ID': id,
    Timestamp: 1_700_000_000_000 + 1000 * Number(/\d+$/.exec(id)?.[0]),
    User: 'ada',
    ...(attempt && { 'App Attempt ID': attempt }),
  };
  return lines({ Event: 'SparkListenerLogStart', 'Spark Version': '3.5.8' }, start);
}

export function lines(...events: object[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Any event but the first: what files 2 to n of a rolled log start with. */
export const TASK_END = lines({ Event: 'SparkListenerTaskEnd', 'Stage ID': 0 });

export function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
}

export function given(files: Files): NamedBlob[] {
  return Object.entries(files).map(([path, content]) => ({ path, blob: new Blob([bytesOf(content)]) }));
}

export function discovered(files: Files): Promise<Discovery> {
  return discoverLogs(given(files));
}

export async function textOf(
  source: EventLogSource | undefined,
): Promise<{ text: string; reports: DecodeReport[] }> {
  let text = '';
  const reports: DecodeReport[] = [];
  for (const part of source?.parts ?? []) {
    const report = newReport();
    const decoder = new TextDecoder();
    for await (const chunk of part.open(report)) text += decoder.decode(chunk, { stream: true });
    reports.push(report);
  }
  return { text, reports };
}

export async function zipOf(files: Files, options: ZipWriterAddDataOptions = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [path, content] of Object.entries(files)) {
    await writer.add(path, new Uint8ArrayReader(bytesOf(content)), options);
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

export function tarOf(files: Files): Uint8Array {
  const entries = Object.entries(files).map(([path, content]) => tarEntry(path, bytesOf(content)));
  return new Uint8Array(Buffer.concat([...entries, new Uint8Array(1024)]));
}

/** A ustar entry: header, content, padding to 512 bytes. */
export function tarEntry(name: string, content: Uint8Array, type = '0'): Uint8Array {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write('0000644\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  return new Uint8Array(Buffer.concat([signed(header), content, Buffer.alloc(-content.length & 511)]));
}

/** The sum of all bytes, its own field taken as blanks. */
export function signed(header: Buffer): Buffer {
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
