import { UserError } from '#lib/base/assert.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';

export const MAX_FILES = 20_000;

/** Whether a drag carries files; text and links dragged inside a page do not concern us. */
export function carriesFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

/**
 * Everything that was dropped, folders with all they contain. The browser takes a drop's contents away as soon as
 * the event is over, so the entries are collected before the first wait.
 */
export async function readDrop(transfer: DataTransfer): Promise<readonly NamedBlob[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: NamedBlob[] = [];
  for (const { entry, file } of dropped) {
    if (entry) await collect(entry, found);
    else if (file) add({ path: file.name, blob: file }, found);
  }
  return found;
}

async function collect(entry: FileSystemEntry, found: NamedBlob[]): Promise<void> {
  if (isFile(entry)) {
    const path = entry.fullPath.replace(/^\//, '');
    const blob = await new Promise<File>((resolve, reject) =>
      entry.file(resolve, () => reject(unreadable(path))),
    );
    add({ path, blob }, found);
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    const nextBatch = () =>
      new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, () => reject(unreadable(entry.fullPath.slice(1)))),
      );
    // One call gives at most a hundred entries; an empty answer is the end.
    for (let batch = await nextBatch(); batch.length > 0; batch = await nextBatch()) {
      for (const child of batch) await collect(child, found);
    }
  }
}

function add(file: NamedBlob, found: NamedBlob[]): void {
  if (found.length === MAX_FILES) throw tooMany();
  found.push(file);
}

function unreadable(path: string): UserError {
  return new UserError(
    `"${path}" could not be read.`,
    'Check that it is still there and that you may read it.',
  );
}

export function tooMany(): UserError {
  return new UserError(
    `This folder has more than ${MAX_FILES.toLocaleString('en')} files, so nothing was opened.`,
    'Open the folder of one application, or the log files themselves.',
  );
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
