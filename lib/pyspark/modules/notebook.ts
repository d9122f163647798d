import { textOf } from '../api/read-value.ts';
import { runNotebook } from '../notebook/run-notebook.ts';
import { NONE, unknown } from '../values/make.ts';
import { functions, type ModuleTable } from './table.ts';

/** What a PySpark shell and notebooks define before the program begins. */
export const NOTEBOOK: ModuleTable = {
  spark: () => ({ kind: 'session' }),
  sc: () => ({ kind: 'context' }),
  sqlContext: () => ({ kind: 'session' }),
  dbutils: () => ({ kind: 'dbutils', of: NONE }),
  ...functions({
    __run_notebook__: ['path', (a, run, site) => runNotebook(run, textOf(a.get('path')), site)],
    // The notebook shows the first rows of a DataFrame: a job like that of `take`.
    display: [
      'value',
      (a, run, site) => {
        const value = a.get('value');
        if (value?.kind === 'frame' && !value.streaming) {
          return run.method(value, 'display', { positional: [], keywords: new Map(), open: false }, site);
        }
        return NONE;
      },
    ],
    displayHTML: ['html', () => NONE],
    getArgument: ['name, default', (a) => a.get('default') ?? unknown('an argument of the notebook')],
  }),
};
