import type { ContainerId } from '#lib/eventlog/containers/container.ts';
import type { Entry, EntryList } from '../entries/entry.ts';

interface ContainerDoc {
  readonly id: ContainerId;
  readonly title: string;
  /** First bytes, by which it is recognized whatever the file is called. */
  readonly firstBytes: string;
  readonly checks: string;
  readonly about: string;
  readonly when: string;
}

/** The compression formats of event logs; a test holds the list against what is read. */
export const CONTAINER_DOCS: readonly ContainerDoc[] = [
  {
    id: 'zstd',
    title: 'Zstandard',
    firstBytes: '28 B5 2F FD',
    checks: 'a checksum of each frame, where there is one',
    about: 'What Spark 3 and later writes when compression of event logs is on.',
    when: 'spark.eventLog.compression.codec=zstd, the default',
  },
  {
    id: 'lz4',
    title: 'LZ4',
    firstBytes: '“LZ4Block”',
    checks: 'a checksum of each block, and an end mark',
    about: 'The framing of lz4-java, which the lz4 command line tool cannot read.',
    when: 'spark.eventLog.compression.codec=lz4; the default of Spark 2',
  },
  {
    id: 'snappy',
    title: 'Snappy',
    firstBytes: '82 “SNAPPY” 00',
    checks: 'none',
    about: 'The framing of snappy-java: a header, then blocks with their length.',
    when: 'spark.eventLog.compression.codec=snappy',
  },
  {
    id: 'lzf',
    title: 'LZF',
    firstBytes: '“ZV”',
    checks: 'none, and no end mark: a file that was cut between two chunks looks complete',
    about: 'The chunks of ning/compress.',
    when: 'spark.eventLog.compression.codec=lzf',
  },
  {
    id: 'gzip',
    title: 'gzip',
    firstBytes: '1F 8B',
    checks: 'a checksum and the length of each member',
    about: 'Spark does not write it; people and storage systems do. Files of several members are read whole.',
    when: 'files that were compressed after the run',
  },
  {
    id: 'plain',
    title: 'Not compressed',
    firstBytes: '“{”, after white space',
    checks: 'none',
    about: 'Lines of JSON as Spark writes them.',
    when: 'spark.eventLog.compress=false, the default before Spark 4.0',
  },
];

export const CONTAINER_LIST: EntryList = {
  title: 'Containers of event logs',
  about: 'How the bytes of a log can be packed. A file is recognized by its first bytes, never by its name.',
  href: '/reference/containers',
  entries: CONTAINER_DOCS.map(entryOf),
};

function entryOf({ id, title, firstBytes, checks, about, when }: ContainerDoc): Entry {
  return {
    id,
    title,
    group: 'Compression',
    about,
    facts: [
      ['First bytes', firstBytes],
      ['Written with', when],
      ['Damage is noticed by', checks],
    ],
    paragraphs: [
      'It is decoded piece by piece in the browser tab, so memory does not grow with the file. A file that is cut or damaged is read up to there, and the ledger of the run says where that was.',
      'Logs may also come as a folder of rolling files, as the zip of the History Server, or as tar; each file in them is recognized for itself.',
    ],
  };
}
