"""Reads a plain event log into the few numbers that labels need; on purpose it shares no code with Shufflescope."""

import dataclasses
import json
import pathlib
from collections import defaultdict

SQL = "org.apache.spark.sql.execution.ui.SparkListener"


@dataclasses.dataclass
class Task:
    start: int
    end: int
    executor: str
    state: str  # ok, failed or killed
    records: int = 0
    bytes: int = 0
    run_ms: int = 0
    gc_ms: int = 0
    spilled: int = 0
    output_records: int = 0
    error: str = ""

    @property
    def ms(self):
        return self.end - self.start


@dataclasses.dataclass
class Stage:
    id: str
    start: int
    end: int
    count: int
    name: str
    complete: bool
    tasks: list = dataclasses.field(default_factory=list)
    execution: str | None = None

    @property
    def ok(self):
        return [task for task in self.tasks if task.state == "ok"]

    @property
    def ms(self):
        return self.end - self.start


@dataclasses.dataclass
class Job:
    start: int
    end: int | None = None
    error: str | None = None


@dataclasses.dataclass
class Log:
    stages: list
    jobs: list
    start: int
    end: int
    """Latest time in the log."""
    ended: bool
    damaged: int
    slots: int
    slot_ms: int
    removed: list
    """Executors that went away: (id, time, reason)."""
    plans: dict
    """Last plan of each SQL execution."""
    metrics: dict
    """Accumulator id -> value."""
    streaming: bool

    @property
    def window(self):
        """From the first job's start to the last one's end."""
        if not self.jobs:
            return (self.start, self.end)
        return (min(job.start for job in self.jobs), max(job.end or self.end for job in self.jobs))

    @property
    def window_ms(self):
        return max(1, self.window[1] - self.window[0])


def read(path: pathlib.Path) -> Log:
    stages, jobs, executors, plans, metrics = {}, {}, {}, {}, defaultdict(float)
    executions, removed, damaged, ended, streaming = {}, [], 0, False, False
    times = []
    tasks = defaultdict(list)
    for line in path.read_text(errors="replace").splitlines():
        try:
            event = json.loads(line)
        except json.JSONDecodeError:
            damaged += 1
            continue
        kind = event["Event"]
        if kind == "SparkListenerApplicationStart":
            times.append(event["Timestamp"])
        elif kind == "SparkListenerApplicationEnd":
            times.append(event["Timestamp"])
            ended = True
        elif kind == "SparkListenerExecutorAdded":
            executors[event["Executor ID"]] = [event["Executor Info"]["Total Cores"], event["Timestamp"], None]
        elif kind == "SparkListenerExecutorRemoved":
            if event["Executor ID"] in executors:
                executors[event["Executor ID"]][2] = event["Timestamp"]
            removed.append((event["Executor ID"], event["Timestamp"], event["Removed Reason"]))
        elif kind == "SparkListenerJobStart":
            jobs[event["Job ID"]] = Job(event["Submission Time"])
            times.append(event["Submission Time"])
            for stage in event["Stage IDs"]:
                executions[stage] = (event.get("Properties") or {}).get("spark.sql.execution.id")
        elif kind == "SparkListenerJobEnd":
            job = jobs.setdefault(event["Job ID"], Job(event["Completion Time"]))
            job.end = event["Completion Time"]
            times.append(job.end)
            if event["Job Result"]["Result"] != "JobSucceeded":
                job.error = event["Job Result"].get("Exception", {}).get("Message", "failed")
        elif kind in ("SparkListenerStageSubmitted", "SparkListenerStageCompleted"):
            info = event["Stage Info"]
            key = f"{info['Stage ID']}.{info['Stage Attempt ID']}"
            start = info.get("Submission Time") or 0
            stages[key] = Stage(
                key, start, info.get("Completion Time") or start, info["Number of Tasks"], info["Stage Name"],
                kind.endswith("Completed") and not info.get("Failure Reason"),
                execution=executions.get(info["Stage ID"]),
            )
            if kind.endswith("Completed"):
                for each in info["Accumulables"]:
                    metrics[each["ID"]] = number(each.get("Value"))
        elif kind == "SparkListenerTaskEnd":
            task = read_task(event)
            times.append(task.end)
            tasks[f"{event['Stage ID']}.{event['Stage Attempt ID']}"].append(task)
        elif kind in (f"{SQL}SQLExecutionStart", f"{SQL}SQLAdaptiveExecutionUpdate"):
            plans[event["executionId"]] = event["sparkPlanInfo"]
        elif kind == f"{SQL}DriverAccumUpdates":
            for accumulator, value in event["accumUpdates"]:
                metrics[accumulator] += value
        elif "QueryProgressEvent" in kind:
            streaming = True
    for key, found in tasks.items():
        if key in stages:
            stages[key].tasks = found
            stages[key].end = max([stages[key].end, *(task.end for task in found)]) if not stages[key].complete else stages[key].end
    log = Log(list(stages.values()), list(jobs.values()), min(times), max(times), ended, damaged, 0, 0, removed, plans, metrics, streaming)
    first, last = log.window
    log.slots = sum(cores for cores, _, gone in executors.values() if gone is None or gone >= last) or max((e[0] for e in executors.values()), default=0)
    log.slot_ms = sum(cores * max(0, min(gone or last, last) - max(came, first)) for cores, came, gone in executors.values())
    return log


def read_task(event):
    info, metrics, reason = event["Task Info"], event.get("Task Metrics") or {}, event["Task End Reason"]
    state = {"Success": "ok", "TaskKilled": "killed", "Resubmitted": "killed"}.get(reason["Reason"], "failed")
    task = Task(info["Launch Time"], info["Finish Time"], info["Executor ID"], state)
    if state == "failed":
        task.error = reason.get("Class Name") or reason["Reason"]
    if metrics:
        shuffle, source = metrics["Shuffle Read Metrics"], metrics["Input Metrics"]
        task.records = source["Records Read"] + shuffle["Total Records Read"]
        task.bytes = source["Bytes Read"] + shuffle["Remote Bytes Read"] + shuffle["Local Bytes Read"]
        task.run_ms, task.gc_ms = metrics["Executor Run Time"], metrics["JVM GC Time"]
        task.spilled = metrics["Disk Bytes Spilled"]
        task.output_records = metrics["Output Metrics"]["Records Written"]
    return task


def number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0
