/** What the name of a file says about its place in a log. Whether it is a log at all, its content decides. */
export type LogName =
  /** `events_<n>_<appId>[_<attempt>][.codec][.compact]` in Spark's `eventlog_v2_…` folder. */
  | { readonly kind: 'rolling'; readonly log: string; readonly index: number; readonly isCompact: boolean }
  /** Databricks: `eventlog-YYYY-MM-DD--HH-MM.gz` when rolled, `eventlog` for the one that was last written. */
  | { readonly kind: 'databricks'; readonly rolledAt: string | undefined }
  /** `<appId>[_<attempt>][.codec][.inprogress]`, or any other name. */
  | { readonly kind: 'single'; readonly log: string; readonly inProgress: boolean }
  /** Empty, beside the files of a rolled log: `appstatus_<appId>[_<attempt>][.inprogress]`. */
  | { readonly kind: 'status'; readonly log: string; readonly inProgress: boolean }
  /** Files that only accompany others. */
  | { readonly kind: 'noise'; readonly reason: string };

export function parseLogName(name: string): LogName {
  if (name.startsWith('.') || NOISE.test(name))
    return { kind: 'noise', reason: 'a hidden or accompanying file' };
  if (/\.compact\.inprogress$/.test(name)) {
    return { kind: 'noise', reason: 'a summary of old events that Spark did not finish' };
  }
  const inProgress = name.endsWith('.inprogress');
  const closedName = name.replace(/\.inprogress$/, '');

  const status = /^appstatus_(.+)$/.exec(closedName);
  if (status) return { kind: 'status', log: status[1]!, inProgress };

  const isCompact = closedName.endsWith('.compact');
  const log = withoutCodec(closedName.replace(/\.compact$/, ''));
  const rolling = /^events_(\d{1,9})_(.+)$/.exec(log);
  if (rolling) return { kind: 'rolling', index: Number(rolling[1]), log: rolling[2]!, isCompact };

  const databricks = /^eventlog(?:-(\d{4}-\d\d-\d\d--\d\d-\d\d(?:-\d\d)?))?$/.exec(log);
  if (databricks) return { kind: 'databricks', rolledAt: databricks[1] };
  return { kind: 'single', log, inProgress };
}

/** `app.zstd.gz` -> `app`. Spark removes dots from application ids, so a known suffix is a codec. */
export function withoutCodec(name: string): string {
  let rest = name;
  while (CODEC.test(rest)) rest = rest.replace(CODEC, '');
  return rest;
}

const CODEC = /(?<=.)\.(zstd|zst|lz4|lzf|snappy|gz|gzip)$/i;
const NOISE = /^(_SUCCESS|Thumbs\.db|desktop\.ini)$|\.crc$/i;
