import { parseBytes } from '#lib/plan/conf.ts';
import type { CatalogSource } from '#lib/plan/settings.ts';

export type SourceFact = 'bytes' | 'files' | 'rows';

/** A table of more files than that is not laid out file by file. */
const MOST_FILES = 100_000;

export type Changed =
  | { readonly ok: true; readonly source: CatalogSource }
  | { readonly ok: false; readonly why: string };

/**
 * A source with one fact as somebody typed it; nothing typed takes it away. With bytes and files known, the files are taken as
 * equally large: Spark packs files into partitions by their sizes.
 */
export function withFact(source: CatalogSource, fact: SourceFact, text: string): Changed {
  const typed = text.trim() === '' ? undefined : parseFact(fact, text);
  if (text.trim() !== '' && typed === undefined)
    return {
      ok: false,
      why:
        fact === 'bytes'
          ? `“${text}” is no size. Sizes are written as 250 MB, 2g or a number of bytes.`
          : `“${text}” is no whole number${fact === 'files' ? ` up to ${MOST_FILES.toLocaleString('en-US')}` : ''}.`,
    };
  const { fileBytes, ...before } = source;
  const { [fact]: _, ...rest } = before;
  const next: CatalogSource = typed === undefined ? rest : { ...rest, [fact]: typed };
  if (fact === 'rows') return { ok: true, source: fileBytes ? { ...next, fileBytes } : next };
  const { bytes, files } = next;
  return { ok: true, source: bytes && files ? { ...next, fileBytes: equalParts(bytes, files) } : next };
}

function parseFact(fact: SourceFact, text: string): number | undefined {
  const plain = text.replace(/[,_ ]/g, '');
  if (fact === 'bytes') {
    const bytes = parseBytes(plain);
    return bytes === undefined || !(bytes >= 0) || bytes > Number.MAX_SAFE_INTEGER
      ? undefined
      : Math.round(bytes);
  }
  const number = /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
  if (fact === 'rows') return number;
  return number === undefined || number < 1 || number > MOST_FILES ? undefined : number;
}

/** The sizes add up to the whole. */
function equalParts(bytes: number, files: number): readonly number[] {
  const each = Math.floor(bytes / files);
  return Array.from({ length: files }, (_, i) => each + (i < bytes - each * files ? 1 : 0));
}
