import type { Entry, EntryList } from '../entries/entry.ts';
import { OTHER_SETTINGS } from './other-settings.ts';
import type { SettingDoc } from './setting-doc.ts';
import { SHUFFLE_SETTINGS } from './shuffle-settings.ts';

export const SETTINGS: readonly SettingDoc[] = [...SHUFFLE_SETTINGS, ...OTHER_SETTINGS];

/** A page for each setting that predictions, simulations or detectors read. */
export const SETTING_LIST: EntryList = {
  title: 'Settings',
  about: 'Every setting of Spark that a prediction, a simulation or a check reads, with what it decides.',
  href: '/reference/settings',
  entries: SETTINGS.map(entryOf),
};

function entryOf({ name, group, default: standard, set, about, more }: SettingDoc): Entry {
  const atStart = set === 'start';
  return {
    id: name,
    title: name,
    group,
    about,
    facts: [
      ['Default', standard],
      ['Can be set', atStart ? 'when the application starts' : 'at any time in a session'],
    ],
    paragraphs: [
      ...(more === undefined ? [] : [more]),
      atStart
        ? 'Changing it in a session that runs does nothing, and Spark does not say so.'
        : 'A plan is made with the value at the time of its action, not of the lines before.',
    ],
    code: {
      label: 'how to set it',
      text: atStart ? `spark-submit --conf ${name}=… job.py` : `spark.conf.set("${name}", "…")`,
    },
  };
}
