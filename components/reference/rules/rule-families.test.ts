import { expect, it } from 'vitest';
import { REGISTRY } from '#lib/analyzers/code/registry.ts';
import { isOfFamily, RULE_FAMILIES } from './rule-families.ts';

it.each(REGISTRY.map(({ id }) => id))('%s is of one family', (id) => {
  expect(RULE_FAMILIES.filter((family) => isOfFamily(id, family))).toHaveLength(1);
});
