"""Says which problems a log shows, from its numbers alone; on purpose not with the rules of the detectors.

A loss of time counts when it is at least a second and 5 % of the time from the first job to the last. What a slow task
costs is found by replaying the stage's tasks on its slots, once as they were and once with ordinary ones in their place.
Each function yields (stages, executions, note).
"""

import heapq
from statistics import median

from event_log import Log, Stage

MB = 1024 * 1024


def matters(ms, log: Log):
    return ms >= 1000 and ms >= 0.05 * log.window_ms


def makespan(durations, slots):
    free = [0] * max(1, slots)
    for ms in durations:
        heapq.heappush(free, heapq.heappop(free) + ms)
    return max(free)


def slots_of(stage: Stage, log: Log):
    return max(1, min(log.slots, len(stage.ok)))


def outliers(stage: Stage):
    """Tasks that took far longer than the typical one: those with far more data, and those without."""
    typical = median(task.ms for task in stage.ok)
    records, size = median(t.records for t in stage.ok), median(t.bytes for t in stage.ok)
    slow = [t for t in stage.ok if t.ms >= 2.5 * typical and t.ms - typical >= 500]
    more = [t for t in slow if (t.records > 100 and t.records >= 3 * records) or (t.bytes > 10_000 and t.bytes >= 3 * size)]
    return slow, more, typical


def lost_to(some, stage: Stage, typical, log: Log):
    in_order = sorted(stage.ok, key=lambda task: task.start)
    instead = [typical if any(task is other for other in some) else task.ms for task in in_order]
    slots = slots_of(stage, log)
    return makespan([task.ms for task in in_order], slots) - makespan(instead, slots)


def task_skew(log: Log):
    for stage in log.stages:
        if len(stage.ok) < 3:
            continue
        _, more, typical = outliers(stage)
        lost = lost_to(more, stage, typical, log) if more else 0
        if matters(lost, log):
            worst = max(more, key=lambda task: task.ms)
            yield [stage.id], None, (
                f"{len(more)} of {len(stage.ok)} tasks; slowest {worst.ms} ms, median {typical:.0f} ms; {worst.records} records,"
                f" median {median(t.records for t in stage.ok):.0f}; {worst.bytes} bytes, median {median(t.bytes for t in stage.ok):.0f};"
                f" replay loses {lost:.0f} ms"
            )


def straggler(log: Log):
    for stage in log.stages:
        if len(stage.ok) < 3:
            continue
        slow, more, typical = outliers(stage)
        hung = [task for task in slow if not any(task is other for other in more)]
        # First tasks are slow because workers start; beside a task that hangs they do not count.
        hung = [task for task in hung if 2 * task.ms >= max(each.ms for each in hung)]
        if not hung or len(hung) > max(2, 0.1 * len(stage.ok)):
            continue
        lost = lost_to(hung, stage, typical, log)
        if matters(lost, log):
            yield [stage.id], None, f"{len(hung)} of {len(stage.ok)} tasks, slowest {max(t.ms for t in hung)} ms, median {typical:.0f} ms; replay loses {lost:.0f} ms"


def spill(log: Log):
    for stage in log.stages:
        total, spilling = sum(t.run_ms for t in stage.tasks), [t for t in stage.tasks if t.spilled > 0]
        if spilling and matters(stage.ms * sum(t.run_ms for t in spilling) / max(1, total), log):
            yield [stage.id], None, f"{sum(t.spilled for t in spilling) / MB:.1f} MB to disk in {len(spilling)} of {len(stage.tasks)} tasks"


def gc_pressure(log: Log):
    for stage in log.stages:
        total, gc = sum(t.ms for t in stage.tasks), sum(t.gc_ms for t in stage.tasks)
        if total and gc / total >= 0.2 and matters(stage.ms * gc / total, log):
            yield [stage.id], None, f"{gc} of {total} ms of task time in GC"


def tiny_tasks(log: Log):
    for stage in log.stages:
        if len(stage.ok) >= max(100, 10 * log.slots):
            typical, overhead = median(t.ms for t in stage.ok), sum(t.ms - t.run_ms for t in stage.ok)
            if typical < 50 and matters(stage.ms, log):
                yield [stage.id], None, f"{len(stage.ok)} tasks, median {typical:.0f} ms, {overhead / max(1, sum(t.ms for t in stage.ok)):.0%} not running, stage {stage.ms} ms"


def few_partitions(log: Log):
    if log.streaming or log.slots < 2:
        return
    for stage in log.stages:
        beside = sum(max(0, min(o.end, stage.end) - max(o.start, stage.start)) for o in log.stages if o.id != stage.id and o.ok)
        if stage.ok and len(stage.ok) <= log.slots / 2 and beside < 0.5 * stage.ms:
            if matters(stage.ms * (1 - len(stage.ok) / log.slots), log):
                yield [stage.id], None, f"{len(stage.ok)} tasks on {log.slots} slots for {stage.ms} ms"


def single_partition_stage(log: Log):
    for execution, plan in log.plans.items():
        if not any("Exchange" in n["nodeName"] and "SinglePartition" in n["simpleString"] for n in nodes(plan)):
            continue
        alone = [s for s in log.stages if s.execution == str(execution) and len(s.ok) == 1]
        for stage in alone:
            if matters(stage.ms, log):
                yield [stage.id], [execution], f"exchange to SinglePartition; one task, {stage.ok[0].records} records, {stage.ok[0].bytes / MB:.1f} MB, {stage.ms} ms"


def nodes(plan):
    yield plan
    for child in plan["children"]:
        yield from nodes(child)


def metric(node, name, log: Log):
    values = [log.metrics[m["accumulatorId"]] for m in node["metrics"] if m["name"] == name and m["accumulatorId"] in log.metrics]
    return values[0] if values else None


def stages_of(execution, log: Log):
    return [s for s in log.stages if s.execution == str(execution) and s.tasks]


def small_files_read(log: Log):
    for execution, plan in log.plans.items():
        for node in nodes(plan):
            files, size = metric(node, "number of files read", log), metric(node, "size of files read", log)
            readers = [s for s in stages_of(execution, log) if any(t.bytes for t in s.tasks)]
            if files and size is not None and files >= 100 and size < 4 * MB * files and readers:
                longest = max(readers, key=lambda stage: stage.ms)
                if matters(longest.ms, log):
                    yield [longest.id], [execution], f"{files:.0f} files, {size / files / 1024:.1f} KB each, stage {longest.ms} ms"
    for stage in log.stages:
        if stage.execution is None and len(stage.ok) >= 100 and matters(stage.ms, log):
            size = sum(t.bytes for t in stage.ok)
            if size and size < MB * len(stage.ok) and stage.name.startswith(("sum", "count", "collect")):
                yield [stage.id], None, f"RDD: {len(stage.ok)} tasks that read {size / len(stage.ok) / 1024:.1f} KB each, stage {stage.ms} ms"


def small_files_written(log: Log):
    for execution, plan in log.plans.items():
        for node in nodes(plan):
            files, size = metric(node, "number of written files", log), metric(node, "written output", log)
            writers = [s for s in stages_of(execution, log) if any(t.output_records for t in s.tasks)]
            if files and size is not None and files >= 100 and size < 4 * MB * files and writers:
                took = max(s.ms for s in writers) + (metric(node, "job commit time", log) or 0)
                if matters(took, log):
                    yield [s.id for s in writers], [execution], f"{files:.0f} files, {size / files / 1024:.1f} KB each, {took:.0f} ms"


def side(node, log: Log):
    """Bytes of the exchanges that feed one side of a join."""
    if "Exchange" in node["nodeName"]:
        return [metric(node, "data size", log)]
    return [size for child in node["children"] for size in side(child, log)]


ALLOWED = {"Inner": "both", "Cross": "both", "LeftOuter": "right", "LeftSemi": "right", "LeftAnti": "right", "RightOuter": "left"}


def missed_broadcast(log: Log):
    for execution, plan in log.plans.items():
        for node in nodes(plan):
            if not node["nodeName"].startswith(("SortMergeJoin", "ShuffledHashJoin")):
                continue
            left, right = (side(child, log) for child in node["children"])
            kind = next((k for k in ("FullOuter", *ALLOWED) if f" {k}" in node["simpleString"]), "Inner")
            if len(left) != 1 or len(right) != 1 or None in (left[0], right[0]) or kind == "FullOuter":
                continue
            small = "left" if left[0] < right[0] else "right"
            sizes = sorted([left[0], right[0]])
            took = sum(s.ms for s in stages_of(execution, log))
            if sizes[0] < 10 * MB and sizes[1] >= 10 * sizes[0] and ALLOWED[kind] in ("both", small) and matters(took, log):
                yield None, [execution], f"{kind}: {sizes[0] / MB:.2f} MB met {sizes[1] / MB:.1f} MB"


def rows_below(node, log: Log):
    own = metric(node, "number of output rows", log)
    return own if own is not None else max((rows_below(c, log) or 0 for c in node["children"]), default=None)


def cartesian_join(log: Log):
    for execution, plan in log.plans.items():
        for node in nodes(plan):
            if node["nodeName"].startswith(("BroadcastNestedLoopJoin", "CartesianProduct")):
                left, right = (rows_below(child, log) or 0 for child in node["children"])
                if min(left, right) >= 10 and left * right >= 1e6 and any(matters(s.ms, log) for s in stages_of(execution, log)):
                    yield None, [execution], f"{node['nodeName']} of {left:.0f} and {right:.0f} rows"


def idle_cores(log: Log):
    if log.streaming or not log.slot_ms:
        return
    used = sum(max(0, min(t.end, log.window[1]) - t.start) for s in log.stages for t in s.tasks)
    if used <= 0.5 * log.slot_ms and log.slot_ms >= 20_000:
        yield None, None, f"slots used {used / log.slot_ms:.0%} of {log.slot_ms / 1000:.1f} core-seconds"


def driver_gap(log: Log):
    if log.streaming or not log.jobs:
        return
    busy_until, gaps = None, []
    for job in sorted(log.jobs, key=lambda job: job.start):
        if busy_until is not None and job.start - busy_until >= 100:
            gaps.append(job.start - busy_until)
        busy_until = max(busy_until or 0, job.end or log.end)
    after = log.end - busy_until
    if sum(gaps) >= 3000 and sum(gaps) >= 0.2 * log.window_ms:
        yield None, None, f"{len(gaps)} gaps of 100 ms or more, {sum(gaps)} ms of {log.window_ms} ms, longest {max(gaps)} ms"
    elif after >= 3000 and after >= 0.1 * (log.end - log.start):
        yield None, None, f"{after} ms after the last job of {log.end - log.start} ms"


def task_failures(log: Log):
    for stage in log.stages:
        failed = [t for t in stage.tasks if t.state == "failed"]
        if failed:
            yield [stage.id], None, f"{len(failed)} failed attempts: {failed[0].error}"


def stage_retry(log: Log):
    for stage in log.stages:
        if not stage.id.endswith(".0") and stage.tasks:
            yield [stage.id], None, f"attempt of {stage.count} tasks"


def executor_lost(log: Log):
    for executor, time, reason in log.removed:
        if time < log.window[1] and "killed by driver" not in reason:
            yield None, None, f"executor {executor}: {reason[:80]}"


def job_failed(log: Log):
    for job in log.jobs:
        if job.error and "cancel" not in job.error.lower() and "SparkContext was shut down" not in job.error:
            yield None, None, job.error[:120].replace("\n", " ")


def incomplete_log(log: Log):
    if not log.ended or log.damaged:
        yield None, None, f"{'no end of the application' if not log.ended else ''} {log.damaged} unreadable lines".strip()


def event_loss(log: Log):
    for stage in log.stages:
        if stage.complete and len(stage.ok) < stage.count and log.ended:
            yield [stage.id], None, f"{len(stage.ok)} ends of {stage.count} tasks"


PROBLEMS = {
    function.__name__.replace("_", "-"): function
    for function in (
        task_skew, straggler, spill, gc_pressure, tiny_tasks, few_partitions, single_partition_stage, small_files_read,
        small_files_written, missed_broadcast, cartesian_join, idle_cores, driver_gap, task_failures, stage_retry,
        executor_lost, job_failed, incomplete_log, event_loss,
    )
}
