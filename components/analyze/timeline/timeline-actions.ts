import type { Action } from '#components/shell/actions/action.ts';

const KEYS = [
  ['w', 'Zoom in'],
  ['s', 'Zoom out'],
  ['a', 'Earlier'],
  ['d', 'Later'],
  ['f', 'Fit the selected bar, or the whole run'],
  [',', 'Previous job or stage'],
  ['.', 'Next job or stage'],
] as const;

/** The timeline's keys as actions, so that they work without focus and are listed. */
export function timelineActions(onKey: (key: string) => boolean): readonly Action[] {
  return KEYS.map(([key, label]) => ({
    id: `timeline-${label.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`,
    label,
    section: 'Timeline',
    keys: key,
    perform: () => onKey(key),
  }));
}
