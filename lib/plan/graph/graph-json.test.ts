import { describe, expect, it } from 'vitest';
import { toGraphJson } from './graph-json.ts';
import { graphOf } from './testing.ts';

describe('toGraphJson', () => {
  it('is the graph, with what it is of and that it is predicted', () => {
    const graph = graphOf('S>a');
    expect(JSON.parse(toGraphJson(graph, 'a.py', '4.3'))).toEqual({
      ...{ version: 1, origin: 'predicted', program: 'a.py', spark: '4.3' },
      ...JSON.parse(JSON.stringify(graph)),
    });
  });
});
