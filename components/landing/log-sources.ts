export interface LogSource {
  readonly id: string;
  readonly name: string;
  /** What to do, before the code. */
  readonly steps: string;
  /** What the code is, for its copy button. */
  readonly codeLabel: string;
  readonly code: string;
  /** Where the log then is, or what to mind. */
  readonly after: string;
}

/** How to get an event log where people run Spark. Names and paths are placeholders in capitals or obvious examples. */
export const logSources: readonly LogSource[] = [
  {
    id: 'spark-submit',
    name: 'spark-submit',
    steps: 'Make the folder first (Spark does not), then submit with two settings:',
    codeLabel: 'the spark-submit command',
    code: `mkdir -p /tmp/spark-events
spark-submit \\
  --conf spark.eventLog.enabled=true \\
  --conf spark.eventLog.dir=file:///tmp/spark-events \\
  your_job.py`,
    after:
      'When the application ends, the log is in that folder, named after the application. While it runs the name ends in .inprogress, which opens as well. Spark 4 writes a folder eventlog_v2_…: drop the whole folder.',
  },
  {
    id: 'pyspark',
    name: 'PySpark session',
    steps: 'The settings count only when the session is created, so they go into the builder:',
    codeLabel: 'the session builder',
    code: `from pyspark.sql import SparkSession

spark = (
    SparkSession.builder
    .config("spark.eventLog.enabled", "true")
    .config("spark.eventLog.dir", "file:///tmp/spark-events")
    .getOrCreate()
)`,
    after: 'The folder must exist. Call spark.stop() at the end, or the last lines may be missing.',
  },
  {
    id: 'history-server',
    name: 'History Server',
    steps: 'The list of applications has a Download button in every row. Or ask its REST interface:',
    codeLabel: 'the download command',
    code: `curl -o event-log.zip \\
  http://HISTORY-SERVER:18080/api/v1/applications/APPLICATION-ID/logs`,
    after: 'Drop the zip as it is.',
  },
  {
    id: 'databricks',
    name: 'Databricks',
    steps:
      'In the compute’s settings open Advanced, Logging, and choose a destination for cluster logs. After the run copy the folder:',
    codeLabel: 'the copy command',
    code: `databricks fs cp -r \\
  dbfs:/cluster-logs/CLUSTER-ID/eventlog ./eventlog`,
    after:
      'With a Volume as destination, download the eventlog folder there. Logs are delivered every five minutes. Drop the whole folder: it holds eventlog and its older parts eventlog-….gz.',
  },
  {
    id: 'emr',
    name: 'Amazon EMR',
    steps: 'EMR on EC2 writes event logs by itself, into HDFS. On the primary node:',
    codeLabel: 'the copy command',
    code: `hdfs dfs -ls /var/log/spark/apps
hdfs dfs -copyToLocal /var/log/spark/apps/APPLICATION-ID .`,
    after:
      'To have them outlive the cluster, set spark.eventLog.dir to an s3:// path in the spark-defaults classification. The persistent Spark History Server in the console offers the same download as any History Server.',
  },
  {
    id: 'kubernetes',
    name: 'Kubernetes',
    steps:
      'The driver’s disk goes away with its pod, so the log needs a place outside, such as a bucket or a mounted volume:',
    codeLabel: 'the settings',
    code: `--conf spark.eventLog.enabled=true
--conf spark.eventLog.dir=s3a://BUCKET/spark-events`,
    after:
      'The image needs the file system’s library (hadoop-aws for s3a). With the Spark operator the same settings go under sparkConf.',
  },
];
