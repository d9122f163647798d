import { describe, expect, it } from 'vitest';
import { CONTAINERS } from '#lib/eventlog/containers/sniff.ts';
import { CONTAINER_DOCS } from './container-list.ts';

describe('the pages of containers', () => {
  it('are those that are read', () => {
    const ids = (each: readonly { readonly id: string }[]) => each.map(({ id }) => id).sort();
    expect(ids(CONTAINER_DOCS)).toEqual(ids(CONTAINERS));
  });
});
