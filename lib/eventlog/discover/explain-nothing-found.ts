import type { IgnoredFile } from './event-log-source.ts';

/** What to tell somebody whose files hold no event log. */
export interface NothingFound {
  readonly title: string;
  /** One line for each kind of file. */
  readonly details: readonly string[];
  /** What to do next. */
  readonly hint: string;
}

export function explainNothingFound(ignored: readonly IgnoredFile[]): NothingFound {
  const files = ignored.filter((file) => !file.isMarker);
  if (ignored.length === 0) return { title: 'There are no files here', details: [], hint: HOW_TO_GET_A_LOG };
  if (files.length === 0) {
    return {
      title: 'These files only accompany an event log',
      details: [listed(ignored, 'marker or hidden files')],
      hint: `The events are in the files whose names start with "events_": choose the whole folder. ${HOW_TO_GET_A_LOG}`,
    };
  }
  const reasons = new Map<string, IgnoredFile[]>();
  for (const file of files) reasons.set(file.reason, [...(reasons.get(file.reason) ?? []), file]);
  const details = [...reasons].map(([reason, same]) => listed(same, reason));
  const hidden = details.length - MAX_DETAILS;
  const hints = [...new Set(files.map((file) => file.hint).filter((hint) => hint !== undefined))].slice(
    0,
    MAX_HINTS,
  );
  return {
    title:
      files.length === 1
        ? 'This file is not an event log'
        : `None of these ${files.length} files is an event log`,
    details: hidden > 0 ? [...details.slice(0, MAX_DETAILS), `and ${hidden} more kinds of files`] : details,
    hint: [...hints, HOW_TO_GET_A_LOG].join(' '),
  };
}

function listed(files: readonly IgnoredFile[], reason: string): string {
  const names = files.slice(0, MAX_NAMES).map(({ path }) => path);
  const more = files.length > MAX_NAMES ? ` and ${files.length - MAX_NAMES} more` : '';
  return `${names.join(', ')}${more}: ${reason}`;
}

const HOW_TO_GET_A_LOG =
  'Spark writes an event log when spark.eventLog.enabled is true: one file or folder for each application, in the ' +
  'directory of spark.eventLog.dir. A History Server gives it with the Download button in its list of ' +
  'applications. On Databricks, turn on log delivery in the settings of the cluster; the log is then in the ' +
  'folder "eventlog" of the place you chose.';

const MAX_DETAILS = 8;
const MAX_NAMES = 3;
const MAX_HINTS = 2;
