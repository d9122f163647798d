export const HELP = `Shufflescope reads Spark event logs and PySpark programs and says what they show. Nothing leaves this machine.

  shufflescope analyze LOG… [--json] [--fail-on LEVEL] [--app ID]
      What the run was, what is missing in its log, and insights with their evidence.
  shufflescope analyze --batch REQUESTS.jsonl --json
      Many in one process: a line in is {"id", "paths": […]}, a line out {"id", …the report}.
  shufflescope query LOG… --sql "SELECT …" [--json] [--app ID]
      One SQL statement over the tables; without --sql it lists them.
  shufflescope query LOG… --export DIR
      Every table as Parquet and CSV.

  shufflescope predict PATH [--json|--lineage openlineage] [--catalog FILE] [--spark VERSION] [--cores N] [--conf KEY=VALUE]…
      What Spark will do with a program, by its rules: exchanges, joins, jobs, stages, where columns come from.
  shufflescope predict --batch REQUESTS.jsonl --json
      A line in is {"id", "path", "catalog"?, "spark"?, "cores"?, "conf"?}, a line out {"id", …the prediction}.
  shufflescope lint PATH… [--format text|json|sarif] [--select RULES] [--ignore RULES] [--fail-on LEVEL]
      Anti-patterns in programs, one finding a line; also --catalog, --spark, --cores, --conf as for predict.
  shufflescope simulate CASES.jsonl
      Single rules of Spark: a line in is {"id", "kind", "spark"?, "input"}, a line out {"id", "output"}.
  shufflescope whatif LOG… --cores N[,N…] [--json] [--app ID]
      Replays the tasks of a run on other cores, with how far the replay of the run as it was is off.

LOG is a file (plain, gzip, zstd, LZ4, Snappy, LZF), a rolling log's directory, any directory, a zip or a tar.
PATH is a .py file, a notebook, or a folder with a main.py (lint: any folder). VERSION is 3.5 to 4.3.
RULES are ids, names or beginnings of ids, with commas between them: DRV-01,SHF,empty-subset.
LEVEL is high, medium, low or info. Where the logs hold several applications, --app picks one.

Results go to stdout, progress and warnings to stderr. Exit status: 0 done, 1 findings at or above --fail-on,
2 bad usage, 3 unreadable input. DEBUG=1 adds stack traces.
`;
