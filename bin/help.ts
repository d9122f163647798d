export const HELP = `Shufflescope reads Spark event logs and says what they show. Nothing leaves this machine.

  shufflescope analyze LOG… [--json] [--fail-on LEVEL] [--app ID]
      What the run was, what is missing in its log, and insights with their evidence.
  shufflescope analyze --batch REQUESTS.jsonl --json
      Many in one process: a line in is {"id", "paths": […]}, a line out {"id", …the report}.
  shufflescope query LOG… --sql "SELECT …" [--json] [--app ID]
      One SQL statement over the tables; without --sql it lists them.
  shufflescope query LOG… --export DIR
      Every table as Parquet and CSV.

LOG is a file (plain, gzip, zstd, LZ4, Snappy, LZF), a rolling log's directory, any directory, a zip or a tar.
LEVEL is high, medium, low or info. Where the logs hold several applications, --app picks one.

Results go to stdout, progress and warnings to stderr. Exit status: 0 done, 1 findings at or above --fail-on,
2 bad usage, 3 unreadable input. DEBUG=1 adds stack traces.
`;
