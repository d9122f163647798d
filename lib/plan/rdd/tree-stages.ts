/**
 * Tasks of the stages of a tree aggregation of depth 2: while it pays, fewer tasks merge what the ones before found.
 * PySpark and the JVM round differently. Source: pyspark.RDD.treeAggregate, org.apache.spark.rdd.RDD.treeAggregate.
 */
export function treeStages(partitions: number, side: 'python' | 'jvm'): readonly number[] {
  const scale = Math.max(Math.ceil(Math.sqrt(partitions)), 2);
  const rest = (count: number) => (side === 'jvm' ? Math.ceil(count / scale) : count / scale);
  const tasks = [partitions];
  let count = partitions;
  while (count > scale + rest(count)) {
    count = side === 'jvm' ? Math.floor(count / scale) : count / scale;
    tasks.push(Math.floor(count));
  }
  return tasks;
}
