import type { Action } from '#components/shell/actions/action.ts';
import { shareProgram } from './files/share-program.ts';
import { startAnew } from './last/begin.ts';

const SECTION = 'Playground';

/** Keys and palette entries of the playground. */
export const playgroundActions: readonly Action[] = [
  {
    id: 'share-program',
    label: 'Share this program',
    section: SECTION,
    keys: 'y',
    keywords: ['link', 'embed', 'export'],
    perform: shareProgram,
  },
  {
    id: 'start-anew',
    label: 'Start anew with the first program',
    section: SECTION,
    keywords: ['new', 'reset', 'clear', 'forget'],
    perform: () => void startAnew(),
  },
];
