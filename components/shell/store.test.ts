import { describe, expect, it, vi } from 'vitest';
import { createStore } from './store.ts';

describe('createStore', () => {
  it('tells its listeners about changes, until they leave', () => {
    const store = createStore(1);
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.set(2);
    leave();
    store.set(3);
    expect(store.get()).toBe(3);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('keeps quiet when nothing changed', () => {
    const store = createStore('same');
    const listener = vi.fn();
    store.subscribe(listener);
    store.set('same');
    expect(listener).not.toHaveBeenCalled();
  });
});
