import { bigint, boolean, type Column, defineTable, integer, text } from './column.ts';

/**
 * Peak memory as sampled by executors ("Task Executor Metrics" and StageExecutorMetrics). Spark writes 0 where
 * it did not sample; such values are NULL here.
 */
export const PEAK_METRICS: readonly (readonly [column: string, key: string])[] = [
  ['peak_jvm_heap_memory', 'JVMHeapMemory'],
  ['peak_jvm_off_heap_memory', 'JVMOffHeapMemory'],
  ['peak_on_heap_execution_memory', 'OnHeapExecutionMemory'],
  ['peak_off_heap_execution_memory', 'OffHeapExecutionMemory'],
  ['peak_on_heap_storage_memory', 'OnHeapStorageMemory'],
  ['peak_off_heap_storage_memory', 'OffHeapStorageMemory'],
  ['peak_on_heap_unified_memory', 'OnHeapUnifiedMemory'],
  ['peak_off_heap_unified_memory', 'OffHeapUnifiedMemory'],
  ['peak_direct_pool_memory', 'DirectPoolMemory'],
  ['peak_mapped_pool_memory', 'MappedPoolMemory'],
  ['peak_process_tree_jvm_rss_memory', 'ProcessTreeJVMRSSMemory'],
  ['peak_process_tree_python_rss_memory', 'ProcessTreePythonRSSMemory'],
  ['peak_process_tree_other_rss_memory', 'ProcessTreeOtherRSSMemory'],
];

const peakColumns: Readonly<Record<string, Column<number | null>>> = Object.fromEntries(
  PEAK_METRICS.map(([name, key]) => [
    name,
    bigint(`Largest sampled ${key}; NULL when not sampled.`, 'bytes'),
  ]),
);

export const executors = defineTable({
  name: 'executors',
  grain: 'one executor',
  doc: 'Executors and, in local mode, the driver that runs the tasks. Totals as in the History Server.',
  key: ['executor_id'],
  columns: {
    executor_id: text('Executor id; "driver" is the driver.'),
    host_port: text('Host and port of its block manager.'),
    is_active: boolean('Whether it was alive at the end of the log.'),
    add_time: bigint('When it joined.', 'epoch ms'),
    remove_time: bigint('When it was removed.', 'epoch ms'),
    remove_reason: text('Why it was removed.'),
    total_cores: integer('Task slots it offered.', 'count'),
    max_tasks: integer('Tasks it can run at once: cores / spark.task.cpus.', 'tasks'),
    rdd_blocks: integer('Cached RDD blocks (only with block updates in the log).', 'count'),
    memory_used: bigint('Storage memory used by cached blocks.', 'bytes'),
    disk_used: bigint('Disk used by cached blocks.', 'bytes'),
    max_memory: bigint('Memory available for storage.', 'bytes'),
    active_tasks: integer('Tasks without an end in the log.', 'tasks'),
    failed_tasks: integer('Tasks that failed.', 'tasks'),
    completed_tasks: integer('Tasks that succeeded.', 'tasks'),
    total_tasks: integer('Tasks that started or ended.', 'tasks'),
    total_duration: bigint('Sum of task durations; the uptime for the driver.', 'ms'),
    total_gctime: bigint('Sum of the tasks’ GC time.', 'ms'),
    total_input_bytes: bigint('Sum of bytes read.', 'bytes'),
    total_shuffle_read: bigint('Sum of shuffle bytes read.', 'bytes'),
    total_shuffle_write: bigint('Sum of shuffle bytes written.', 'bytes'),
    is_excluded: boolean('Whether Spark excluded it for the application.'),
    resource_profile_id: integer('Resource profile.'),
    ...peakColumns,
  },
});
