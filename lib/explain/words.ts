import type { Concept } from './terms.ts';

/** Concepts in a sentence, for those who are new to Spark. */
export const CONCEPT_WORDS: Readonly<Record<Concept, string>> = {
  shuffle: 'A shuffle moves rows between machines so that rows that belong together meet.',
  partition: 'A partition is a piece of the data that a single task works on.',
  skew: 'Data is skewed when some partitions have far more rows than others.',
  'adaptive-execution':
    'Adaptive execution lets Spark change its plan once it has seen the sizes of shuffled data.',
  broadcast: 'A broadcast copies a small table to every executor, so that the large one stays where it is.',
  spill: 'A task spills when its data does not fit in its share of memory and goes to disk for a while.',
  caching: 'A cache keeps a result in memory, for those who read it again.',
  'small-files': 'Many small files cost more to list and open than to read.',
  udf: 'A function of your own in Python needs rows to be sent to another process and back.',
  driver: 'The driver plans the work and gathers results; it is a single process.',
  join: 'A join brings rows of tables together, by shuffling both or by copying one of them.',
  window: 'A window function looks at the rows around each row, within the rows of its key.',
  retry: 'A task that fails is tried again, elsewhere if possible.',
  streaming: 'A stream is worked on in small batches, and keeps state between them.',
};

/** Operators in a few words, as the end of a sentence that begins with the name. */
export const OPERATOR_WORDS: Readonly<Record<string, string>> = {
  Scan: 'reads files.',
  InMemoryTableScan: 'reads rows that were cached.',
  Project: 'computes columns.',
  Filter: 'keeps the rows that meet a condition.',
  HashAggregate: 'groups rows with a table in memory.',
  SortAggregate: 'groups rows after sorting them.',
  Sort: 'sorts the rows of each partition.',
  Window: 'computes a value from the rows around each row.',
  TakeOrderedAndProject: 'finds the first rows of an order.',
  Generate: 'makes several rows of one, as explode does.',
  BatchEvalPython: 'calls Python functions row by row.',
  ArrowEvalPython: 'calls Python functions on batches of rows.',
  SortMergeJoin: 'shuffles and sorts both sides, then matches them in order.',
  ShuffledHashJoin: 'shuffles both sides, then looks rows of one up in a table of the other.',
  BroadcastHashJoin: 'copies the small side everywhere and looks rows up in it.',
  BroadcastNestedLoopJoin: 'compares each row with every row of a copied side.',
  CartesianProduct: 'compares every row of one side with every row of the other.',
  Union: 'puts rows of several inputs one after the other.',
};
