import { expect, it } from 'vitest';
import { conceptName } from './concept-name.ts';

it('a concept is named in words', () => {
  expect([conceptName('skew'), conceptName('small-files'), conceptName('udf')]).toEqual([
    ...['Skew', 'Small files', 'Python function (UDF)'],
  ]);
});
