import { places } from '../places.ts';
import type { Action } from './action.ts';

export const goActions: readonly Action[] = [
  {
    id: 'go-home',
    label: 'Start page',
    section: 'Go to',
    keys: 'g h',
    keywords: ['home'],
    perform: ({ go }) => go('/'),
  },
  ...places.map(
    ({ id, label, href, key }): Action => ({
      id: `go-${id}`,
      label,
      section: 'Go to',
      keys: `g ${key}`,
      perform: ({ go }) => go(href),
    }),
  ),
];
