import { type Container, newReport, truncated } from '../containers/container.ts';
import type { Discovery, IgnoredFile, NamedBlob } from './event-log-source.ts';
import { examine, type Finding } from './examine.ts';
import { groupLogs, type LogFile } from './group.ts';
import { inertPath } from './inert-path.ts';
import * as limits from './limits.ts';
import { parseLogName } from './log-name.ts';
import { ZIP_KINDS } from './recognize.ts';
import { blobBytes, blobFile, decoded, type OpenFile, type StoredFile, splitPath } from './stored-file.ts';
import { partOf, readTar, type TarEntry } from './tar.ts';
import { readZip, type ZipEntry, zipProblem } from './zip.ts';

/** Finds the event logs in what the user gave: files, folders, archives, in any mixture. */
export async function discoverLogs(given: readonly NamedBlob[]): Promise<Discovery> {
  const search = new Search();
  for (const { path, blob } of given) await search.visit(blobFile(path, blob), 0);
  const { logs, ignored } = groupLogs(search.logs, search.statuses);
  return { logs, ignored: [...search.ignored, ...ignored] };
}

type Explanation = Omit<IgnoredFile, 'path'>;
type Archive = Extract<Finding, { kind: 'zip' | 'tar' | 'wrapped' }>;

class Search {
  readonly logs: LogFile[] = [];
  /** Paths of the `appstatus_…` files of rolled logs. */
  readonly statuses: string[] = [];
  readonly ignored: IgnoredFile[] = [];
  private entriesLeft = limits.MAX_ARCHIVE_ENTRIES;
  private copyBytesLeft = limits.MAX_NESTED_ZIP_BYTES;

  /** `depth` is the number of archives around the file. */
  async visit(file: StoredFile, depth: number): Promise<void> {
    try {
      await this.look(file, depth);
    } catch (error) {
      // A file can be moved or changed, or a disk unplugged, after it was dropped.
      if (!(error instanceof DOMException)) throw error;
      this.ignore(file, {
        reason: `cannot be read (${error.message})`,
        hint: 'Was it moved or changed since?',
      });
    }
  }

  private async look(file: StoredFile, depth: number): Promise<void> {
    const name = parseLogName(file.name);
    if (name.kind === 'status') this.statuses.push(file.path);
    if (name.kind === 'status' || name.kind === 'noise') {
      const reason = name.kind === 'status' ? 'a marker file of a rolled log' : name.reason;
      this.ignore(file, { reason, isMarker: true });
      return;
    }
    const finding = await examine(file);
    if (finding.kind === 'log') this.logs.push({ ...finding, file });
    else if (finding.kind === 'other') this.ignore(file, finding);
    else if (depth === limits.MAX_ARCHIVE_DEPTH) this.ignore(file, TOO_DEEP);
    else await this.visitArchive(file, finding, depth + 1);
  }

  private async visitArchive(file: StoredFile, archive: Archive, depth: number): Promise<void> {
    const logsBefore = this.logs.length;
    const ignoredBefore = this.ignored.length;
    if (archive.kind === 'zip') await this.visitZip(file, depth);
    else if (archive.kind === 'tar') await this.visitTar(file, archive.container, depth);
    else await this.visit(unwrapped(file, archive.container), depth);

    const ignoredInside = this.ignored.length - ignoredBefore;
    if (this.logs.length === logsBefore && ignoredInside === 0) this.ignore(file, EMPTY_ARCHIVE);
  }

  private async visitZip(file: StoredFile, depth: number): Promise<void> {
    const blob = file.blob ?? (await this.copyOut(file));
    if (!blob) {
      this.ignore(file, NESTED_ZIP_TOO_LARGE);
      return;
    }
    const { entries, problem } = await listZip(blob, this.entriesLeft);
    if (problem) this.ignore(file, problem);
    const kind = ZIP_KINDS.find(({ entry }) => entries.some(({ name }) => entry.test(name)));
    if (kind) {
      this.ignore(file, { reason: `${kind.what}, not an event log` });
      return;
    }
    for (const entry of entries) {
      if (!this.takeEntry(file)) return;
      const path = `${file.path}!/${inertPath(entry.name)}`;
      const { size: bytes, open } = entry;
      const child = { ...splitPath(path), bytes, open, givenBytes: file.givenBytes };
      if (entry.unreadable) this.ignore(child, entry.unreadable);
      else await this.visit(child, depth);
    }
  }

  /** One pass over the archive: entries are recognized as they pass by, and found again when they are read. */
  private async visitTar(file: StoredFile, container: Container, depth: number): Promise<void> {
    const openTar = decoded(file.open, container);
    const seekable = container.id === 'plain' ? file.blob : undefined;
    const report = newReport();
    const most = Math.max(limits.FREE_EXPANSION_BYTES, limits.MAX_EXPANSION * file.givenBytes);
    async function* bounded() {
      for await (const chunk of openTar(report)) {
        if (report.bytesOut > most) return;
        yield chunk;
      }
    }
    const entries = readTar(bounded(), limits.APPLICATION_HEAD_BYTES);
    try {
      for (;;) {
        const { done, value } = await entries.next();
        if (done) {
          const problem = report.damage ?? value;
          if (report.bytesOut > most) this.ignore(file, BOMB);
          else if (problem)
            this.ignore(file, { reason: `a damaged tar archive: ${problem.detail}`, hint: COPY_AGAIN });
          return;
        }
        if (!this.takeEntry(file)) return;
        await this.visit(tarredFile(file, value, openTar, seekable), depth);
      }
    } finally {
      await entries.return(undefined);
    }
  }

  private takeEntry(archive: StoredFile): boolean {
    if (this.entriesLeft-- > 0) return true;
    this.ignore(archive, TOO_MANY_ENTRIES);
    return false;
  }

  /** A zip inside an archive, as a Blob of its own. All of them together are bounded, as logs keep them alive. */
  private async copyOut(file: StoredFile): Promise<Blob | undefined> {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of file.open(newReport())) {
      this.copyBytesLeft -= chunk.length;
      if (this.copyBytesLeft < 0) return undefined;
      chunks.push(chunk.slice());
    }
    return new Blob(chunks);
  }

  private ignore(file: { readonly path: string }, { reason, hint, isMarker }: Explanation): void {
    this.ignored.push({ path: file.path, reason, ...(hint && { hint }), ...(isMarker && { isMarker }) });
  }
}

async function listZip(blob: Blob, most: number): Promise<{ entries: ZipEntry[]; problem?: Explanation }> {
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of readZip(blob)) if (entries.push(entry) > most) break;
    return { entries };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { entries, problem: zipProblem(error.message) };
  }
}

/** An entry of a tar: where the tar is compressed, everything before the entry is decoded again to reach it. */
function tarredFile(
  archive: StoredFile,
  entry: TarEntry,
  openTar: OpenFile,
  seekable: Blob | undefined,
): StoredFile {
  const { offset, size, head } = entry;
  const slice = seekable?.slice(offset, offset + size);
  const open: OpenFile = async function* (report) {
    const around = newReport();
    let delivered = 0;
    for await (const chunk of slice ? blobBytes(slice) : partOf(openTar(around), offset, size)) {
      delivered += chunk.length;
      yield chunk;
    }
    const cut = { ...truncated('the tar archive ends early'), atByte: offset + delivered };
    if (delivered < size) report.damage = around.damage ?? cut;
  };
  const path = `${archive.path}!/${inertPath(entry.name)}`;
  return { ...splitPath(path), bytes: size, open, head, givenBytes: archive.givenBytes };
}

/** `app.zstd.gz` holds `app.zstd`. It stays in its folder, beside the other files of its log. */
function unwrapped(file: StoredFile, container: Container): StoredFile {
  const name = file.name.replace(/\.\w+$/, '');
  const { folder, bytes, givenBytes } = file;
  return {
    path: `${file.path}!/${name}`,
    folder,
    name,
    bytes,
    open: decoded(file.open, container),
    givenBytes,
  };
}

const COPY_AGAIN = 'Download or copy it again.';
const TOO_DEEP: Explanation = {
  reason: `an archive inside ${limits.MAX_ARCHIVE_DEPTH} other archives`,
  hint: 'Unpack the outer ones first.',
};
const EMPTY_ARCHIVE: Explanation = { reason: 'an archive without files' };
const NESTED_ZIP_TOO_LARGE: Explanation = {
  reason: `a zip archive of more than ${limits.MAX_NESTED_ZIP_BYTES / 2 ** 20} MiB inside another archive`,
  hint: 'Unpack the outer archive first.',
};
const TOO_MANY_ENTRIES: Explanation = {
  reason: `more than ${limits.MAX_ARCHIVE_ENTRIES} files in archives; the rest was not looked at`,
  hint: 'Unpack it and choose the logs you need.',
};
const BOMB: Explanation = {
  reason: `an archive that unpacks to more than ${limits.MAX_EXPANSION} times its size; the rest was not looked at`,
  hint: 'Logs do not shrink that much. If you trust it, unpack it first.',
};
