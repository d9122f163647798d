import type { Container } from '../containers/container.ts';
import type { Application, EventLogSource, IgnoredFile, LogPart } from './event-log-source.ts';
import { type LogName, parseLogName } from './log-name.ts';
import { decoded, type StoredFile, splitPath, withinLineLimit } from './stored-file.ts';

/** A file whose content is that of an event log. */
export interface LogFile {
  readonly file: StoredFile;
  readonly container: Container;
  readonly application: Application | undefined;
}

/** Puts the files of one log together, in reading order. `statuses` are the paths of `appstatus_…` files. */
export function groupLogs(
  files: readonly LogFile[],
  statuses: readonly string[],
): { logs: readonly EventLogSource[]; ignored: readonly IgnoredFile[] } {
  const inProgress = openLogs(statuses);
  const groups = new Map<string, Member[]>();
  for (const [index, log] of files.entries()) {
    const member = { ...log, name: parseLogName(log.file.name) };
    const key = groupKey(member) ?? `file ${index}`;
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }

  const logs: EventLogSource[] = [];
  const ignored: IgnoredFile[] = [];
  const ids = new Set<string>();
  const attempts = new Map<string, string>();
  for (const group of groups.values()) {
    const { copies, ...log } = logOf(group, inProgress);
    ignored.push(...copies);
    const id = unused(log.id, ids);
    const attempt = attemptKey(log.application) ?? id;
    const duplicateOf = attempts.get(attempt);
    logs.push({ ...log, id, ...(duplicateOf !== undefined && { duplicateOf }) });
    if (duplicateOf === undefined) attempts.set(attempt, id);
  }
  return { logs, ignored };
}

interface Member extends LogFile {
  readonly name: LogName;
}

type GroupedLog = Omit<EventLogSource, 'duplicateOf'> & { readonly copies: readonly IgnoredFile[] };

/** Files of a rolled log lie in one folder; dropped without it, they all lie in the same "" as well. */
function groupKey({ file, name }: Member): string | undefined {
  if (name.kind === 'rolling') return `rolling ${name.log} in ${file.folder}`;
  if (name.kind === 'databricks') return `databricks in ${file.folder}`;
  return undefined;
}

function logOf(group: readonly Member[], inProgress: ReadonlySet<string>): GroupedLog {
  const { file, name } = group[0]!;
  if (name.kind === 'rolling') return rollingLog(name.log, group, inProgress);
  if (name.kind === 'databricks' && (group.length > 1 || name.rolledAt)) return databricksLog(group);
  return {
    ...common(group, 'log' in name ? name.log : file.name),
    id: file.path,
    layout: 'single',
    inProgress: name.kind === 'single' && name.inProgress,
  };
}

function rollingLog(log: string, group: readonly Member[], inProgress: ReadonlySet<string>): GroupedLog {
  const order = ({ name }: Member) =>
    name.kind === 'rolling' ? 2 * name.index + (name.isCompact ? 1 : 0) : Number.POSITIVE_INFINITY;
  const { kept, copies } = withoutCopies(
    group.toSorted((a, b) => order(a) - order(b)),
    order,
  );
  // A summary (.compact) replaces its own index and everything before it.
  const summary = kept.findLastIndex(({ name }) => name.kind === 'rolling' && name.isCompact);
  const used = kept.slice(Math.max(summary, 0));
  const indices = used.map((member) => order(member) >> 1);

  const { folder } = group[0]!.file;
  const folderName = `eventlog_v2_${log}`;
  return {
    ...common(used, log),
    id: splitPath(folder).name === folderName ? folder : folder ? `${folder}/${folderName}` : folderName,
    layout: 'rolling',
    inProgress: inProgress.has(statusKey(folder, log)),
    missingParts: gaps(indices, summary < 0 ? 1 : indices[0]!),
    compacted: summary >= 0,
    droppedParts: kept.slice(0, Math.max(summary, 0)).map(({ file }) => file.path),
    copies,
  };
}

/** The date of a file is when it was rolled; the one without a date is what was written since. */
function databricksLog(group: readonly Member[]): GroupedLog {
  const order = ({ name }: Member) => (name.kind === 'databricks' && name.rolledAt) || 'now';
  const { kept, copies } = withoutCopies(
    group.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    order,
  );
  const { folder } = group[0]!.file;
  return {
    ...common(kept, splitPath(folder).name || 'eventlog'),
    id: folder || 'eventlog',
    layout: 'databricks',
    copies,
  };
}

function common(members: readonly Member[], nameOfFile: string): Omit<GroupedLog, 'id' | 'layout'> {
  const application = members[0]!.application;
  return {
    title: application?.name ?? nameOfFile,
    parts: members.map(part),
    inProgress: false,
    missingParts: [],
    compacted: false,
    droppedParts: [],
    ...(application && { application }),
    bytes: members.reduce((sum, { file }) => sum + file.bytes, 0),
    copies: [],
  };
}

function part({ file, container }: LogFile): LogPart {
  const open = withinLineLimit(decoded(file.open, container));
  return { path: file.path, container: container.id, bytes: file.bytes, open };
}

/** The same file twice, e.g. compressed and unpacked beside it, is read once. */
function withoutCopies(sorted: readonly Member[], order: (member: Member) => unknown) {
  const isCopy = (member: Member, i: number) => i > 0 && order(member) === order(sorted[i - 1]!);
  const copies = sorted
    .filter(isCopy)
    .map(({ file }) => ({ path: file.path, reason: 'a second copy of a part of this log' }));
  return { kept: sorted.filter((member, i) => !isCopy(member, i)), copies };
}

/** While a log is written, its status file carries .inprogress; the event files never do. */
function openLogs(statuses: readonly string[]): ReadonlySet<string> {
  const open = new Set<string>();
  const closed = new Set<string>();
  for (const path of statuses) {
    const { folder, name } = splitPath(path);
    const status = parseLogName(name);
    if (status.kind === 'status') (status.inProgress ? open : closed).add(statusKey(folder, status.log));
  }
  return new Set([...open].filter((key) => !closed.has(key)));
}

function statusKey(folder: string, log: string): string {
  return `${log} in ${folder}`;
}

function gaps(indices: readonly number[], first: number): number[] {
  const present = new Set(indices);
  const missing: number[] = [];
  for (let i = first; i < indices.at(-1)! && missing.length < MAX_GAPS; i++)
    if (!present.has(i)) missing.push(i);
  return missing;
}

/** A list for people; a name with a huge number must not make it endless. */
const MAX_GAPS = 10_000;

/** Two logs of one attempt of one application are the same log. */
function attemptKey(application: Application | undefined): string | undefined {
  if (application?.id === undefined || application.startTime === undefined) return undefined;
  return `attempt ${application.attempt ?? ''} of ${application.id}, started ${application.startTime}`;
}

/** Files of the same name can be dropped from two folders. */
function unused(id: string, ids: Set<string>): string {
  let candidate = id;
  for (let i = 2; ids.has(candidate); i++) candidate = `${id} (${i})`;
  ids.add(candidate);
  return candidate;
}
