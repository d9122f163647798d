import type { Problem } from '#lib/model/insight.ts';
import type { Setting } from './terms.ts';

/** What is always true of a problem, whatever the run: no numbers here, those come from the pack alone. */
export interface ProblemKnowledge {
  /** What is the case, as a sentence. */
  readonly is: string;
  /** Why it costs time or safety. */
  readonly costs: string;
  /** What one would look at next; never a promise. */
  readonly look: string;
  /** Settings that bear on it. */
  readonly settings: readonly Setting[];
}

const ADAPTIVE = 'spark.sql.adaptive.enabled';
const PARTITIONS = 'spark.sql.shuffle.partitions';
const BROADCAST = 'spark.sql.autoBroadcastJoinThreshold';
const MEMORY = 'spark.executor.memory';

export const PROBLEM_KNOWLEDGE: Readonly<Record<Problem, ProblemKnowledge>> = {
  'task-skew': {
    is: 'A few tasks of a stage had far more rows than the others.',
    costs: 'The stage ends with its slowest task, so the other cores wait.',
    look: 'Look at which keys are frequent; adaptive execution can split a skewed join, and an aggregation can be done in steps.',
    settings: [
      'spark.sql.adaptive.skewJoin.enabled',
      'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes',
    ],
  },
  straggler: {
    is: 'A few tasks took much longer although they had no more rows than the others.',
    costs: 'The stage waits for them while its other slots are idle.',
    look: 'Look at the machine they ran on and at calls to services from within tasks; speculation runs a second copy.',
    settings: ['spark.speculation'],
  },
  'slow-executor': {
    is: 'One executor was slower than the others with the same kind of work.',
    costs: 'Every stage waits for the tasks that it gets.',
    look: 'Look at its machine: disk, network, neighbours.',
    settings: ['spark.speculation'],
  },
  spill: {
    is: 'Tasks had more data than fits in their share of memory and wrote part of it to disk.',
    costs: 'Spilled rows are sorted, written and read again.',
    look: 'More and smaller partitions need less memory each; so do fewer columns and earlier filters.',
    settings: [PARTITIONS, MEMORY, 'spark.memory.fraction'],
  },
  'gc-pressure': {
    is: 'Tasks spent much of their time in garbage collection.',
    costs: 'While the JVM collects, no rows are processed.',
    look: 'Look at what is kept in memory: caches, large objects in functions, many cores that share one heap.',
    settings: [MEMORY, 'spark.executor.cores'],
  },
  'out-of-memory': {
    is: 'Executors or the driver ran out of memory.',
    costs: 'Their tasks fail and run again, or the run ends.',
    look: 'Look at what a single task or the driver must hold at once: a partition, a broadcast, a collected result.',
    settings: [MEMORY, 'spark.executor.memoryOverhead'],
  },
  'tiny-tasks': {
    is: 'A stage was cut into many tasks that each do very little.',
    costs: 'Starting and ending a task takes time that no rows are processed in.',
    look: 'Fewer partitions, or adaptive execution, which joins small ones.',
    settings: ['spark.sql.adaptive.coalescePartitions.enabled', PARTITIONS],
  },
  'few-partitions': {
    is: 'A long stage had fewer tasks than there were slots.',
    costs: 'Slots without a task are idle until the stage ends.',
    look: 'More partitions before the expensive work, unless the order or the file must stay whole.',
    settings: [PARTITIONS, 'spark.default.parallelism'],
  },
  'oversized-partitions': {
    is: 'Partitions were so large that single tasks had much to hold.',
    costs: 'Large partitions spill, and a lost task repeats much work.',
    look: 'More partitions, so that each is smaller.',
    settings: [PARTITIONS, 'spark.sql.files.maxPartitionBytes'],
  },
  'small-files-read': {
    is: 'The input consists of many small files.',
    costs: 'Listing, opening and scheduling take more time than reading.',
    look: 'Compact the files where they are written; Spark packs small ones into a task only up to a point.',
    settings: ['spark.sql.files.openCostInBytes', 'spark.sql.files.maxPartitionBytes'],
  },
  'small-files-written': {
    is: 'The run wrote many small files.',
    costs: 'Committing them takes time now, and every reader pays again.',
    look: 'Bring rows of a partition together before writing, if the extra shuffle is worth it.',
    settings: ['spark.sql.files.maxRecordsPerFile'],
  },
  'repeated-scan': {
    is: 'The same source was read several times.',
    costs: 'Reading and decoding is paid each time.',
    look: 'Cache what is used again, if it fits in memory, or compute both results in one pass.',
    settings: [],
  },
  'cache-inefficient': {
    is: 'Cached data did not stay in memory or was hardly read.',
    costs: 'Filling the cache costs time and takes memory from the work.',
    look: 'Cache less, later, or not at all.',
    settings: ['spark.memory.fraction'],
  },
  'oversized-broadcast': {
    is: 'A large table was copied to every executor.',
    costs: 'The driver collects it first, and every executor holds a copy.',
    look: 'A join by shuffle may be better for it; look at hints and at the threshold.',
    settings: [BROADCAST],
  },
  'missed-broadcast': {
    is: 'A join moved both sides although one of them was small.',
    costs: 'The large side is shuffled and sorted for it.',
    look: 'Statistics or a hint can let Spark copy the small side instead, if it stays small.',
    settings: [BROADCAST, 'spark.sql.adaptive.autoBroadcastJoinThreshold'],
  },
  'cartesian-join': {
    is: 'A join compared every row of one side with every row of the other.',
    costs: 'The work grows with the product of both sides.',
    look: 'Look for a missing or an unusual join condition; one with equality lets Spark match by key.',
    settings: [],
  },
  'row-explosion': {
    is: 'An operator gave many more rows than it got.',
    costs: 'Everything behind it works on the larger number.',
    look: 'Look at keys that repeat on both sides of a join, and filter or aggregate before.',
    settings: [],
  },
  'single-partition-stage': {
    is: 'All rows went through a single task.',
    costs: 'Only one core works while the others wait.',
    look: 'Look at windows without a partition key, global limits and sorts.',
    settings: [],
  },
  'python-udf': {
    is: 'Rows were sent to Python processes and back.',
    costs: 'They are converted on both ways, and the optimizer cannot look inside.',
    look: 'A built-in function may do the same; otherwise a function over whole columns.',
    settings: ['spark.sql.execution.arrow.pyspark.enabled'],
  },
  'idle-cores': {
    is: 'Slots had nothing to do for much of the time.',
    costs: 'They are held, and mostly paid for, all the same.',
    look: 'Look at when they are idle: between jobs, at ends of stages, in stages with few tasks.',
    settings: ['spark.dynamicAllocation.enabled', 'spark.executor.instances'],
  },
  'driver-gap': {
    is: 'For a time no job ran: the driver was busy or waited.',
    costs: 'The executors are idle meanwhile.',
    look: 'Look at what the program does between its actions: files, listings, local computation.',
    settings: [],
  },
  'slow-start': {
    is: 'It took long until the first tasks ran.',
    costs: 'The run waits for executors or for preparation.',
    look: 'Look at how executors are provided and what the program does first.',
    settings: ['spark.dynamicAllocation.enabled', 'spark.executor.instances'],
  },
  'scheduler-delay': {
    is: 'Tasks waited long between being ready and running.',
    costs: 'Slots are idle while the driver hands out work.',
    look: 'Look at the number of tasks, at their size and at how busy the driver is.',
    settings: [PARTITIONS],
  },
  'fetch-wait': {
    is: 'Tasks waited for shuffled data of other executors.',
    costs: 'No rows are processed meanwhile.',
    look: 'Look at the network, at busy disks and at how much is shuffled at all.',
    settings: [],
  },
  'speculation-waste': {
    is: 'Second copies of tasks ran and were thrown away.',
    costs: 'They took slots from other work.',
    look: 'Look at whether slow tasks are slow because of their machine, which alone a copy can help.',
    settings: ['spark.speculation'],
  },
  'task-failures': {
    is: 'Task attempts failed and were repeated.',
    costs: 'Their work is done again, and too many failures end the job.',
    look: 'Look at the most frequent reason first.',
    settings: ['spark.task.maxFailures'],
  },
  'stage-retry': {
    is: 'A stage ran again because shuffled data was lost.',
    costs: 'Tasks that had ended are repeated.',
    look: 'Look at which executor was lost, and why.',
    settings: [],
  },
  'executor-lost': {
    is: 'An executor went away during the run.',
    costs: 'Its tasks are repeated, and shuffled data that it held is computed again.',
    look: 'Look at the reason: memory, preemption or a lost machine.',
    settings: ['spark.executor.memoryOverhead'],
  },
  'job-failed': {
    is: 'A job did not finish.',
    costs: 'Its result is missing, and the time is spent.',
    look: 'Look at the error that Spark reported, in the log itself.',
    settings: [],
  },
  'cancelled-job': {
    is: 'A job was cancelled.',
    costs: 'What it had done by then is lost.',
    look: 'Look at who or what cancelled it: a person, a timeout, a failing sibling.',
    settings: [],
  },
  'incomplete-log': {
    is: 'The event log lacks parts.',
    costs: 'Some figures are bounds or estimates, not counts.',
    look: 'Look at whether the run was still going, or the file was cut while copying.',
    settings: [],
  },
  'event-loss': {
    is: 'Spark dropped events before they reached the log.',
    costs: 'Task counts and sums of the stages concerned are too low.',
    look: 'Look at the load of the driver and at its queue of events.',
    settings: [],
  },
  'aqe-disabled': {
    is: 'Adaptive execution was switched off.',
    costs: 'Spark keeps to the first plan, however the data turns out.',
    look: 'Look for the reason why it was switched off, and whether it still holds.',
    settings: [ADAPTIVE],
  },
  'sort-fallback': {
    is: 'An aggregation by hash ran out of memory and went on by sorting.',
    costs: 'Sorting and spilling take longer than hashing.',
    look: 'Look at how many groups there are per task; more partitions hold fewer each.',
    settings: [PARTITIONS],
  },
  'unpruned-partitions': {
    is: 'A scan read partitions that a filter could have left out.',
    costs: 'Files are listed and read for nothing.',
    look: 'Look at whether the filter is on the partition column itself and can be pushed down.',
    settings: [],
  },
  'schema-inference': {
    is: 'Spark read data only to find out its schema.',
    costs: 'The source is read once more than needed.',
    look: 'A schema that is given makes it unnecessary.',
    settings: [],
  },
  'slow-commit': {
    is: 'Committing the output took long.',
    costs: 'The executors are idle while files are moved.',
    look: 'Look at the committer and at the number of files.',
    settings: [],
  },
  'large-result': {
    is: 'Much data was brought to the driver.',
    costs: 'It must fit there, and only one process works on it.',
    look: 'Write it, or aggregate it before it is brought back.',
    settings: [],
  },
  'streaming-lag': {
    is: 'Batches took longer than the time between them.',
    costs: 'The stream falls behind its source.',
    look: 'Look at what grows: the input per batch, the state, or the output.',
    settings: [PARTITIONS],
  },
};
