import type { Entry, EntryList } from '../entries/entry.ts';
import { ARRANGING_OPERATIONS } from './arranging-operations.ts';
import { COMBINING_OPERATIONS } from './combining-operations.ts';
import type { OperationDoc } from './operation-doc.ts';

export const OPERATIONS: readonly OperationDoc[] = [...COMBINING_OPERATIONS, ...ARRANGING_OPERATIONS];

/** What an exchange of each kind does. */
const EXCHANGES: Readonly<Record<OperationDoc['exchanges'][number], string>> = {
  hash: 'shuffle by a hash of the keys',
  range: 'shuffle by ranges of the keys',
  single: 'everything to one task',
  roundrobin: 'shuffle in turns',
  broadcast: 'a copy to every executor',
};

export const OPERATION_LIST: EntryList = {
  title: 'Operations',
  about:
    'How operations of PySpark move rows. The plan of each example is predicted, and a test holds the page to it.',
  href: '/reference/operations',
  entries: OPERATIONS.map(entryOf),
};

function entryOf(operation: OperationDoc): Entry {
  const { id, title, group, about, example, exchanges, conf, more } = operation;
  const moves = operation.moves ? [operation.moves] : exchanges.map((kind) => EXCHANGES[kind]);
  const settings = Object.entries(conf ?? {}).map(([name, value]) => `${name} = ${value}`);
  return {
    id,
    title,
    group,
    about,
    facts: [
      ['Moves rows', moves.length === 0 ? 'no: rows stay where they are' : moves.join('; ')],
      ...(settings.length > 0 ? [['With', settings.join(', ')] as const] : []),
    ],
    paragraphs: more === undefined ? [] : [more],
    code: { label: 'the example', text: example },
  };
}
