import type { Action } from './action.ts';

export const helpActions: readonly Action[] = [
  {
    id: 'show-palette',
    label: 'Command palette',
    section: 'Help',
    keys: 'mod+k',
    perform: ({ show }) => show('palette'),
  },
  {
    id: 'show-shortcuts',
    label: 'Keyboard shortcuts',
    section: 'Help',
    keys: '?',
    keywords: ['help', 'keys'],
    perform: ({ show }) => show('shortcuts'),
  },
];
