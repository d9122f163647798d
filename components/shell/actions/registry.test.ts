import { describe, expect, it } from 'vitest';
import type { Action, ActionContext } from './action.ts';
import { enabledIn } from './action.ts';
import { actions, addActions } from './registry.ts';
import { sections } from './sections.ts';

const context: ActionContext = {
  pathname: '/',
  theme: 'system',
  hasOpenFiles: false,
  go: () => {},
  setTheme: () => {},
  show: () => {},
  browse: () => {},
  openSample: () => {},
  closeFiles: () => {},
};

describe('actions', () => {
  it('have ids and keys of their own', () => {
    const ids = actions.get().map(({ id }) => id);
    const keys = actions.get().flatMap((action) => action.keys ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('give a reason whenever they cannot be done', () => {
    const refused = actions.get().filter((action) => enabledIn(action, context) !== true);
    expect(refused.map(({ id }) => id)).toEqual(['close-files', 'theme-system']);
    for (const action of refused)
      expect(enabledIn(action, context)).toHaveProperty('reason', expect.stringMatching(/./));
  });

  it('of a screen come first and go with the screen', () => {
    const before = actions.get();
    const zoom: Action = { id: 'zoom', label: 'Zoom', section: 'Timeline', perform: () => {} };
    const remove = addActions([zoom]);
    expect(actions.get()[0]).toBe(zoom);
    expect(sections(actions.get())[0]).toEqual({ name: 'Timeline', items: [zoom] });
    remove();
    expect(actions.get()).toEqual(before);
  });
});
