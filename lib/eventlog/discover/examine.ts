import type { Container } from '../containers/container.ts';
import { newReport } from '../containers/container.ts';
import { SNIFF_BYTES, sniffContainer } from '../containers/sniff.ts';
import { hasEvents, readApplication } from './application.ts';
import type { Application } from './event-log-source.ts';
import { APPLICATION_HEAD_BYTES, HEAD_BYTES } from './limits.ts';
import { withoutCodec } from './log-name.ts';
import { recognize } from './recognize.ts';
import { firstBytes, type StoredFile } from './stored-file.ts';
import { isTar } from './tar.ts';
import { isZip } from './zip.ts';

/** What the beginning of a file shows it to be. */
export type Finding =
  | { readonly kind: 'log'; readonly container: Container; readonly application: Application | undefined }
  | { readonly kind: 'zip' }
  | { readonly kind: 'tar'; readonly container: Container }
  /** Compressed, and compressed again inside, e.g. `log.zstd.gz`. */
  | { readonly kind: 'wrapped'; readonly container: Container }
  | { readonly kind: 'other'; readonly reason: string; readonly hint?: string };

export async function examine(file: StoredFile): Promise<Finding> {
  if (file.bytes === 0) return { kind: 'other', reason: 'an empty file' };
  const stored = await firstBytes(open(file), SNIFF_BYTES);
  if (isZip(stored)) return { kind: 'zip' };
  const container = sniffContainer(stored);
  const report = newReport();
  const head = await firstBytes(
    container.decode(() => open(file), report),
    APPLICATION_HEAD_BYTES,
    saysEnough,
  );

  if (isTar(head)) return { kind: 'tar', container };
  const isCompressed = container.id !== 'plain';
  if (isCompressed && (isZip(head) || sniffContainer(head).id !== 'plain'))
    return { kind: 'wrapped', container };
  const text = new TextDecoder().decode(head);
  if (hasEvents(text.slice(0, HEAD_BYTES)))
    return { kind: 'log', container, application: readApplication(text) };

  if (isCompressed && head.length === 0) {
    const reason = `${container.name}, but nothing of it can be decoded: ${report.damage?.detail ?? 'it is empty'}`;
    return { kind: 'other', reason, hint: 'Download or copy it again.' };
  }
  const { what, hint } = recognize({ name: withoutCodec(file.name), bytes: head, text });
  const reason = isCompressed
    ? `${container.name}-compressed: ${what}, not an event log`
    : `${what}, not an event log`;
  return { kind: 'other', reason, ...(hint && { hint }) };
}

/** A file without events needs no more reading, nor does a log whose application is known. */
function saysEnough(head: Uint8Array): boolean {
  if (head.length < HEAD_BYTES) return false;
  const text = new TextDecoder().decode(head);
  return !hasEvents(text.slice(0, HEAD_BYTES)) || readApplication(text)?.startTime !== undefined;
}

async function* open(file: StoredFile): AsyncGenerator<Uint8Array> {
  if (file.head) yield file.head;
  else yield* file.open(newReport());
}
