"""Failures of tasks, stages, executors, jobs and drivers, and cancellations, which are none."""

import os
import pathlib
import signal
import threading
import time

from pyspark import TaskContext
from pyspark.sql import functions as f
from scenario import burn, done, scenario

NEVER_FAILED = ["job-failed"]


def fail_first(share):
    """Fails the first attempt of every n-th partition."""

    def work(index, part):
        if index % share == 0 and TaskContext.get().attemptNumber() == 0:
            time.sleep(0.5)
            raise ValueError(f"partition {index} cannot be read yet")
        return part

    return work


@scenario("task-failures", never=NEVER_FAILED, master="local[2,4]", versions=("3.5", "4.3"))
def failures_that_recover(spark, _):
    """Some tasks fail once, and succeed when they are tried again."""
    print(spark.sparkContext.parallelize(range(200), 20).mapPartitionsWithIndex(fail_first(6)).sum())


@scenario("stage-retry", never=NEVER_FAILED, master="local[2,4]", versions=("3.5", "4.3"))
def shuffle_files_deleted(spark, _):
    """The shuffle files of a finished stage are deleted; the stage must run again."""
    pairs = spark.sparkContext.parallelize(range(40_000), 6).map(lambda n: (n % 300, n)).partitionBy(8)
    pairs.count()
    for file in pathlib.Path(spark.conf.get("spark.local.dir")).rglob("shuffle_*"):
        file.unlink()
    print(pairs.count())


def jvm_pid(spark):
    return int(spark._jvm.java.lang.ProcessHandle.current().pid())


def executor_pids(spark):
    """Process ids of the executors that our own JVM started, oldest first."""
    ours = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            status, command = (folder / "status").read_text(), (folder / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        if f"PPid:\t{jvm_pid(spark)}\n" in status and b"CoarseGrainedExecutorBackend" in command:
            ours.append(int(folder.name))
    return sorted(ours)


@scenario("executor-lost", never=NEVER_FAILED, master="local-cluster[2,1,1024]", versions=("3.5", "4.3"))
def executor_killed(spark, _):
    """An executor is killed while it works; another takes its place."""
    print(spark.sparkContext.parallelize(range(8), 8).map(lambda n: time.sleep(0.3) or n).sum())
    threading.Timer(3, lambda: os.kill(executor_pids(spark)[0], signal.SIGKILL)).start()
    print(spark.sparkContext.parallelize(range(24), 24).map(lambda n: time.sleep(0.8) or n).sum())


@scenario("executor-lost", never=NEVER_FAILED, master="local-cluster[2,1,1024]", known={"executor-lost": "killed before it registered"})
def executor_killed_at_its_start(spark, _):
    """An executor is killed before it has registered: the log has its removal, but not its arrival."""
    os.kill(executor_pids(spark)[0], signal.SIGKILL)
    print(spark.sparkContext.parallelize(range(24), 24).map(lambda n: time.sleep(0.4) or n).sum())


@scenario("task-failures", "stage-retry", never=NEVER_FAILED, master="local-cluster[2,1,1024]")
def executor_with_shuffle_output_killed(spark, _):
    """The executor that holds shuffle output is killed: its tasks are resubmitted, or the stage runs again."""
    pairs = spark.sparkContext.parallelize(range(40_000), 8).map(lambda n: (n % 300, n)).partitionBy(8)
    pairs.count()
    os.kill(executor_pids(spark)[0], signal.SIGKILL)
    print(pairs.map(lambda pair: time.sleep(0.001) or pair).count())


@scenario("job-failed", "task-failures", master="local[2,2]")
def job_failed_by_exception(spark, _):
    """A Python exception that comes back at every attempt."""
    attempt(lambda: spark.sparkContext.parallelize(range(100), 8).map(lambda n: 1 // (n - 55)).sum())


@scenario("job-failed", conf={"spark.driver.maxResultSize": "1m"})
def job_failed_by_result_size(spark, _):
    """collect of more than the driver accepts."""
    attempt(lambda: spark.range(0, 400_000, 1, 8).select(burn("id", 1)).collect())


@scenario("job-failed", versions=("3.5", "4.3"))
def job_failed_in_sql(spark, _):
    """An ANSI cast of text that is no number, after a query that succeeds."""
    spark.conf.set("spark.sql.ansi.enabled", "true")
    rows = spark.range(0, 1_000_000, 1, 8).selectExpr("CASE WHEN id = 777777 THEN 'n/a' ELSE cast(id AS string) END AS t")
    print(rows.count())
    attempt(lambda: done(rows.select(f.expr("cast(t AS int)"))))


def attempt(action):
    try:
        action()
    except Exception as error:
        print("as expected:", str(error)[:120].replace("\n", " "))


@scenario(never=["job-failed", "task-failures"], versions=("3.5", "4.3"))
def job_group_cancelled(spark, _):
    """Somebody cancels a job group."""
    context = spark.sparkContext
    context.setJobGroup("preview", "a preview", interruptOnCancel=True)
    threading.Timer(3, lambda: context.cancelJobGroup("preview")).start()
    attempt(lambda: context.parallelize(range(40), 8).map(lambda n: time.sleep(1) or n).sum())
    context.setJobGroup("report", "the report")
    done(spark.range(0, 3_000_000, 1, 8).select(burn("id", 4)))


@scenario(never=["job-failed", "task-failures"])
def context_stopped_while_working(spark, _):
    """The context is stopped while a job runs in another thread."""
    thread = threading.Thread(target=lambda: attempt(lambda: spark.sparkContext.parallelize(range(40), 8).map(lambda n: time.sleep(1)).count()))
    thread.start()
    time.sleep(3)
    spark.stop()
    thread.join()


@scenario("incomplete-log", ends_the_jvm=True, versions=("3.5", "4.3"))
def driver_killed(spark, _):
    """The driver is killed in the middle of a job."""
    jvm = jvm_pid(spark)
    threading.Timer(4, lambda: os.kill(jvm, signal.SIGKILL)).start()
    attempt(lambda: spark.sparkContext.parallelize(range(200), 200).map(lambda n: time.sleep(0.2) or n).sum())


@scenario(never=["stage-retry"], master="local[4]", conf={"spark.speculation": "true", "spark.speculation.quantile": "0.5"})
def speculation(spark, _):
    """Speculation is on; copies that lose are killed, which is no failure."""

    def work(index, part):
        time.sleep(4 if index == 3 and TaskContext.get().attemptNumber() == 0 else 0.5)
        return part

    print(spark.sparkContext.parallelize(range(160), 16).mapPartitionsWithIndex(work).sum())
