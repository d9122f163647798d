import { expect, it } from 'vitest';
import { planOf } from '../analyze/testing.ts';
import { columnLineageFacet } from './open-lineage.ts';

it('says for each column how a field flows in, and for the dataset what decides about its rows', () => {
  const facet = columnLineageFacet(
    planOf('select region, sum(amount) as s from orders where day is not null group by region'),
  );
  const subtypes = (fields: (typeof facet)['dataset']): readonly string[] =>
    fields.flatMap(({ field, transformations }) => transformations.map((each) => `${field} ${each.subtype}`));
  expect(subtypes(facet.fields.region?.inputFields ?? [])).toEqual(['region IDENTITY']);
  expect(subtypes(facet.fields.s?.inputFields ?? [])).toEqual(['amount AGGREGATION']);
  expect(subtypes(facet.dataset)).toEqual(['day FILTER', 'region GROUP_BY']);
  expect(facet.dataset[0]).toMatchObject({ namespace: 'file', name: 'data/orders' });
});
