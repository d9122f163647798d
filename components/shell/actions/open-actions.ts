import { samples } from '../files/samples.ts';
import type { Action } from './action.ts';

export const openActions: readonly Action[] = [
  {
    id: 'open-file',
    label: 'Open event log files …',
    section: 'Open',
    keys: 'o',
    keywords: ['browse', 'upload', 'load'],
    perform: ({ browse }) => browse('file'),
  },
  {
    id: 'open-folder',
    label: 'Open a folder of event logs …',
    section: 'Open',
    keys: 'Shift+o',
    keywords: ['browse', 'directory', 'rolling'],
    perform: ({ browse }) => browse('folder'),
  },
  ...samples.map(
    ({ id, title }): Action => ({
      id: `open-sample-${id}`,
      label: `Open the sample: ${title}`,
      section: 'Open',
      keywords: ['example', 'demo'],
      perform: ({ openSample }) => openSample(id),
    }),
  ),
  {
    id: 'close-files',
    label: 'Close the open files',
    section: 'Open',
    enabled: ({ hasOpenFiles }) => hasOpenFiles || { reason: 'no files are open' },
    perform: ({ closeFiles }) => closeFiles(),
  },
];
