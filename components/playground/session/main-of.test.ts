import { describe, expect, it } from 'vitest';
import { mainOf } from './main-of.ts';

describe('mainOf', () => {
  it.each([
    [['transforms.py', 'main.py', 'jobs/main.py'], 'main.py'],
    [['shop/lib/main.py', 'shop/job_daily.py'], 'shop/lib/main.py'],
    [['helpers.py', 'pipeline.py'], 'pipeline.py'],
    [['helpers.py', 'report.ipynb'], 'report.ipynb'],
    [['b.py', 'a.py'], 'b.py'],
    [[], 'main.py'],
  ])('of %j is %s', (paths, main) => expect(mainOf(paths)).toBe(main));
});
