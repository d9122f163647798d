import type { Action } from '#components/shell/actions/action.ts';
import { goTo } from './go-to.ts';
import { VIEWS } from './views.ts';

/** Keys and palette entries of the views. */
export const viewActions: readonly Action[] = VIEWS.map(({ id, label }, index) => ({
  id: `view-${id}`,
  label: `Show ${label}`,
  section: 'This run',
  keys: String(index + 1),
  keywords: ['view', 'tab'],
  perform: () => goTo({ view: id }),
}));
