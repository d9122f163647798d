/**
 * What people drop that is no event log, and what to say about it. First match wins, so the precise ones come
 * first. To recognize something new, add a row.
 */
export interface Recognizer {
  /** With its article, e.g. "a PNG image". */
  readonly what: string;
  /** What would work instead. */
  readonly hint?: string;
  /** First bytes in hexadecimal (`..` for any byte). */
  readonly magic?: string;
  /** Has to match the beginning of the text. */
  readonly text?: RegExp;
  readonly name?: RegExp;
}

/** The beginning of a file, decompressed. */
export interface FileHead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

const UNPACK_FIRST = 'Unpack it first; Shufflescope reads gzip, zstd, lz4, snappy, lzf, zip and tar itself.';
const LOG_IS_ELSEWHERE = 'The event log is another file: look in the directory of spark.eventLog.dir.';
const DATA = 'Event logs are in the directory of spark.eventLog.dir, not beside the data.';

export const RECOGNIZERS: readonly Recognizer[] = [
  { what: 'a Parquet data file', magic: '50415231', hint: DATA },
  { what: 'an ORC data file', magic: '4f5243', hint: DATA },
  { what: 'an Avro data file', magic: '4f626a01', hint: DATA },
  { what: 'an Arrow file', magic: '4152524f5731', hint: DATA },
  { what: 'a SQLite database', magic: '53514c69746520666f726d6174', hint: DATA },

  { what: 'a PNG image', magic: '89504e47' },
  { what: 'a JPEG image', magic: 'ffd8ff' },
  { what: 'a GIF image', magic: '47494638' },
  { what: 'a WebP image', magic: '52494646........57454250' },
  { what: 'a HEIC image or MP4 video', magic: '........66747970' },
  { what: 'a PDF document', magic: '25504446' },
  { what: 'an old Microsoft Office document', magic: 'd0cf11e0' },

  { what: 'an LZ4 frame, which Spark does not write', magic: '04224d18', hint: 'Run `lz4 -d` on it first.' },
  {
    what: 'snappy in its framing format, which Spark does not write',
    magic: 'ff060000734e61507059',
    hint: UNPACK_FIRST,
  },
  { what: 'a bzip2 file', magic: '425a68', hint: UNPACK_FIRST },
  { what: 'an xz file', magic: 'fd377a585a00', hint: UNPACK_FIRST },
  { what: 'a 7-Zip archive', magic: '377abcaf271c', hint: UNPACK_FIRST },
  { what: 'a RAR archive', magic: '526172211a07', hint: UNPACK_FIRST },

  { what: 'a Java class', magic: 'cafebabe', hint: LOG_IS_ELSEWHERE },
  { what: 'a Java heap dump', magic: '4a4156412050524f46494c45', hint: LOG_IS_ELSEWHERE },
  { what: 'a Java Flight Recorder file', magic: '464c5200', hint: LOG_IS_ELSEWHERE },
  { what: 'a program', magic: '7f454c46' },
  { what: 'a Windows program', magic: '4d5a' },

  {
    what: 'UTF-16 text (PowerShell writes it with ">")',
    magic: 'fffe',
    hint: 'Copy the log without going through PowerShell, or save it as UTF-8.',
  },
  { what: 'UTF-16 text', magic: 'feff', hint: 'Save it as UTF-8.' },

  {
    what: 'a Jupyter notebook',
    text: /^\s*\{[\s\S]*"(?:nbformat|cells)"\s*:/,
    name: /\.ipynb$/i,
    hint: 'This is code. What can be read here is the event log that a run of it wrote.',
  },
  {
    what: 'the transaction log of a Delta table',
    text: /^\s*\{"(?:commitInfo|protocol|metaData|add|remove|txn|checkpointMetadata)":\{/,
    hint: LOG_IS_ELSEWHERE,
  },
  {
    what: "an answer of the History Server's REST interface",
    text: /^\s*(?:\[\s*)?\{\s*"(?:id|jobId|stageId|status)"\s*:[\s\S]*"(?:attempts|jobId|stageId|numTasks)"\s*:/,
    hint: 'Download the log itself: the address that ends with /logs, or the Download button.',
  },
  {
    what: 'a query profile of Databricks',
    text: /^\s*\{[\s\S]{0,2000}"(?:queryId|query|planMetadatas|graphs)"\s*:[\s\S]*"(?:planMetadatas|graphs)"\s*:/,
    hint: 'Shufflescope reads event logs: turn on cluster log delivery.',
  },
  {
    what: 'metadata of a streaming query (its checkpoint)',
    text: /^v\d+\n\{/,
    hint: LOG_IS_ELSEWHERE,
  },
  {
    what: 'a saved page of the Spark UI',
    text: /^\s*(?:<!doctype html|<html)[\s\S]*(?:spark-logo|Spark (?:Jobs|Stages|History Server))/i,
    hint: 'The page holds only what it shows. The log itself comes from the Download button of the History Server.',
  },
  { what: 'a web page (HTML)', text: /^\s*(?:<!doctype html|<html)/i },
  { what: 'an XML document', text: /^\s*<\?xml/i },

  {
    what: 'a garbage collection log of the JVM',
    text: /^\[\d[\d.,:T+-]*s?\]\[\w+\s*\]\[gc/m,
    hint: LOG_IS_ELSEWHERE,
  },
  {
    what: 'a thread dump of the JVM',
    text: /^(?:Full thread dump|"[^"]+" (?:#\d+|daemon) )/m,
    hint: LOG_IS_ELSEWHERE,
  },
  {
    what: 'a driver or executor log (log4j lines)',
    text: /^(?:\d{2}|\d{4})[/-]\d{2}[/-]\d{2}[ T]\d{2}:\d{2}:\d{2}\S*\s+(?:\[[^\]]*\]\s+)?(?:TRACE|DEBUG|INFO|WARN|ERROR)\b/m,
    hint: `These are messages for people. ${LOG_IS_ELSEWHERE}`,
  },
  {
    what: 'the output of a driver (stdout or stderr)',
    text: /^(?:Setting default log level to|Using Spark's default log4j|Traceback \(most recent call last\)|Exception in thread )/m,
    hint: `These are messages for people. ${LOG_IS_ELSEWHERE}`,
  },
  {
    what: 'Spark configuration',
    text: /^(?:spark\.[\w.]+[ \t=]+\S.*\n?)/m,
    name: /\.(?:conf|properties)$/i,
    hint: LOG_IS_ELSEWHERE,
  },
  {
    what: 'Python source',
    text: /^(?:import \w|from [\w.]+ import |def \w+\(|class \w+[(:]|@\w)/m,
    hint: 'This is code. What can be read here is the event log that a run of it wrote.',
  },
  {
    what: 'Scala or Java source',
    text: /^(?:package [\w.]+;?|import [\w.{},_ ]+;?|object \w+|public class )/m,
    name: /\.(?:scala|java|sc)$/i,
  },
  {
    what: 'an SQL script',
    text: /^\s*(?:--|select|with|create|insert|merge|explain)\b/i,
    name: /\.(?:sql|hql)$/i,
    hint: 'This is code. What can be read here is the event log that a run of it wrote.',
  },
  { what: 'a CSV table', text: /^(?:[^\n,;\t]*([,;\t])[^\n]*\n){2}/, name: /\.(?:csv|tsv)$/i, hint: DATA },
];

/** Zip archives that are something else, by the name of one of their entries. */
export const ZIP_KINDS: readonly { readonly what: string; readonly entry: RegExp }[] = [
  { what: 'a Microsoft Office document', entry: /^\[Content_Types\]\.xml$/ },
  { what: 'an OpenDocument file', entry: /^content\.xml$/ },
  { what: 'a Java archive (jar)', entry: /^META-INF\/MANIFEST\.MF$/ },
  { what: 'a Python package (wheel)', entry: /\.dist-info\/WHEEL$/ },
];

/** Says what the beginning of a file looks like. Always says something. */
export function recognize(head: FileHead): { readonly what: string; readonly hint?: string } {
  const known = RECOGNIZERS.find((recognizer) => matches(recognizer, head));
  if (known) return known;
  const key = /^\s*\{\s*"((?:[^"\\]|\\.){1,60})"\s*:/.exec(head.text)?.[1];
  if (key !== undefined)
    return { what: `JSON without events (its first key is "${key}")`, hint: LOG_IS_ELSEWHERE };
  if (/^\s*\[/.test(head.text))
    return { what: 'a JSON list', hint: 'An event log has one JSON object in each line.' };
  if (isBinary(head.text))
    return { what: `binary data of an unknown kind (it starts with ${hex(head.bytes)})` };
  const line = head.text.trim().split('\n', 1)[0]!;
  return { what: line ? `text without events (it starts with "${shortened(line)}")` : 'only blanks' };
}

function matches({ magic, text, name }: Recognizer, head: FileHead): boolean {
  if (magic !== undefined && !hasMagic(head.bytes, magic)) return false;
  if (text !== undefined && !text.test(head.text.slice(0, TEXT_CHARS))) return false;
  return name === undefined || name.test(head.name);
}

/** Enough to tell text files apart; keeps the cost of the patterns small. */
const TEXT_CHARS = 4096;

function hasMagic(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i += 2) {
    const byte = magic.slice(i, i + 2);
    if (byte !== '..' && bytes[i / 2] !== Number.parseInt(byte, 16)) return false;
  }
  return true;
}

/** Text has no control characters other than blanks, and is UTF-8. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, TEXT_CHARS);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return (sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f�]/g)?.length ?? 0) > sample.length / 50;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function shortened(line: string): string {
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
