"""Makes golden/eventlogs from a corpus of real event logs with the History Server's answers over them.

usage: pack-eventlogs.py CORPUS [OUT]     CORPUS has labels.json, logs/ and rest/ (OUT: golden/eventlogs beside tools)
       pack-eventlogs.py --damaged LOG MESSY.json [OUT]     the log of the damaged variants, and what the server said of them

All logs go in, with their labels; the server's answers for those of LOGS, and of them only what the tests compare.
Logs are copied as Spark wrote them if the tests compare them, but those without compression go through `zstd -19`; logs
that only have labels go through it in any case where Spark's own codec was zstd, which halves them. Needs the command `zstd`.
"""
import gzip, json, pathlib, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

LOGS = {
    "skew-window.bad.s35": "one long task in the last stage",
    "straggler.fixed.s35": "rolling; RDD jobs only",
    "few-partitions-coalesce.bad.s35": "coalesce(1): one task for all",
    "small-files-written.fixed.s35": "files written",
    "cartesian.bad.s35": "a nested-loop join",
    "missed-broadcast.bad.s35": "sort-merge join",
    "cancelled-job.bad.s35": "a job group cancelled: failed job, killed tasks, failed execution",
    "executor-lost.bad.s35": "a cluster; an executor dies with exit code 137 and is replaced",
    "incomplete-log.bad.s35": "the application never ended its log (.inprogress)",
    "job-failed-analysis.bad.s35": "rolling; the application fails at analysis, which leaves no trace",
    "idle-cores-tail.bad.s35": "rolling; two tasks last",
    "event-loss-drop.bad.s35": "edited: 15 % of the task ends are left out",
    "task-failures.bad.s35": "rolling; tasks that fail and are tried again",
    "aqe-disabled.fixed.s35": "rolling; sort-merge joins, adaptive re-plans, coalesced partitions",
    "healthy-join.healthy.s35": "broadcast joins under adaptive execution",
    "driver-gap.bad.s35": "jobs with pauses between them",
    "row-explosion-explode.bad.s35": "a generator that makes rows; one task of many has work",
    "stage-retry-lost-files.bad.s43": "FetchFailed: two stages run again",
    "slow-executor.bad.s43": "a cluster of two executors",
    "speculation-useful.bad.s43": "a cluster; speculation is on",
    "oom-task-local.bad.s43": "rolling; out of memory in a task, the job fails, tasks stay without an end",
    "task-failures.bad.s43": "Python errors in tasks",
    "cache-evicted.bad.s43": "a cached DataFrame, with block updates in the log",
    "gc-pressure.bad.s43": "a cached RDD without block updates in the log",
    "streaming-lag.bad.s43": "rolling; Structured Streaming",
    "python-udf.bad.s43": "a Python UDF (ArrowEvalPython)",
    "healthy-join.healthy.s43": "the same in Spark 4",
    "tiny-tasks.fixed.s43": "two aggregations",
    "repeated-scan.bad.s43": "rolling; the same files read several times",
}

ALL_SETTINGS = {"skew-window.bad.s35", "tiny-tasks.fixed.s43"}


def compressed(path):
    return subprocess.run(["zstd", "-19", "-qc", str(path)], stdout=subprocess.PIPE, check=True).stdout


def recompressed(path):
    plain = subprocess.run(["zstd", "-dqc", str(path)], stdout=subprocess.PIPE).stdout  # a log may end in a cut frame
    return subprocess.run(["zstd", "-19", "-qc"], input=plain, stdout=subprocess.PIPE, check=True).stdout


def copy_log(corpus, entry, target):
    for file in entry["files"]:
        source = corpus / file
        path = target.joinpath(*pathlib.Path(file).parts[2:])
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry["codec"] == "none" and source.stat().st_size > 0:
            path.with_name(path.name + ".zstd").write_bytes(compressed(source))
        elif entry["codec"] == "zstd" and entry["id"] not in LOGS and source.stat().st_size > 0:
            path.write_bytes(recompressed(source))
        else:
            shutil.copyfile(source, path)


def kept(rest, all_settings):
    """Without what nothing is compared with, and but for two logs without the classpath and Hadoop's 1,000 defaults."""
    if not all_settings:
        rest["environment"].pop("hadoopProperties", None), rest["environment"].pop("classpathEntries", None)
    for stage in rest["stages"]:
        stage.pop("executorMetricsDistributions", None)
    for rdd in rest["rdds"]:
        rdd.pop("partitions", None), rdd.pop("dataDistribution", None)
    for execution in rest["sql"]:
        execution.pop("planDescription", None)
    return gzip.compress(json.dumps(rest, separators=(",", ":")).encode(), mtime=0)


def pack(corpus, out):
    labels = {entry["id"]: entry for entry in json.loads((corpus / "labels.json").read_text())}
    for name in ("logs", "rest"):
        shutil.rmtree(out / name, ignore_errors=True)
        (out / name).mkdir(parents=True)
    for name, entry in labels.items():
        copy_log(corpus, entry, out / "logs" / name)
    lines = [json.dumps({"id": name, "labels": [short(label) for label in entry["labels"]]}) for name, entry in labels.items()]
    (out / "labels.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
    index = []
    for name, what in LOGS.items():
        entry = labels[name]
        (out / "rest" / (name + ".json.gz")).write_bytes(kept(json.loads(gzip.open(corpus / entry["rest"]).read()), name in ALL_SETTINGS))
        index.append({"id": name, "spark": entry["spark"], "what": what})
    (out / "logs.json").write_text("[\n" + ",\n".join(json.dumps(entry) for entry in index) + "\n]\n")


def short(label):
    kept = {"problem": label["problem"], "role": label["role"]}
    return kept | ({"stages": label["stages"]} if label["stages"] else {})


def pack_damaged(log, messy, out):
    """Counts by status of what the History Server showed of each variant; null where it showed nothing."""
    (out / "damaged").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(log, out / "damaged" / "log.zstd")
    tables = ("jobs", "stages", "tasks", "sql")
    cases = {c["case"]: {t: c[t] for t in tables} if "jobs" in c else None for c in json.loads(messy.read_text())["cases"]}
    lines = [f" {json.dumps(name)}: {json.dumps(counts)}" for name, counts in cases.items()]
    (out / "damaged" / "history-server.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    args = [pathlib.Path(a) for a in sys.argv[1:]]
    default = ROOT / "golden" / "eventlogs"
    if sys.argv[1:2] == ["--damaged"]:
        pack_damaged(args[1], args[2], args[3] if len(args) > 3 else default)
    elif args:
        pack(args[0], args[1] if len(args) > 1 else default)
    else:
        sys.exit(__doc__)
