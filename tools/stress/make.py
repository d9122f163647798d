"""Runs the scenarios with the Spark of the Python that runs this, and keeps their event logs.

    /tmp/spark35/bin/python tools/stress/make.py --out /tmp/stress [id …]
    /tmp/spark43/bin/python tools/stress/make.py --out /tmp/stress [id …]

One driver JVM runs many applications, one after the other; a new one starts where the heap size differs. A log that is
already there is not made again. Needs a JDK 17; local-cluster scenarios need SPARK_HOME to be unset or right.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import edits
import pyspark
import scenarios.skew, scenarios.memory, scenarios.partitioning, scenarios.files  # noqa: E401  each registers its scenarios
import scenarios.joins, scenarios.driver, scenarios.failures, scenarios.healthy, scenarios.corner_cases  # noqa: E401
from scenario import SCENARIOS, Scenario

VERSION = ".".join(pyspark.__version__.split(".")[:2])
MAX_SECONDS = 180


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--here", action="store_true", help="run in this process (make.py starts itself so)")
    parser.add_argument("ids", nargs="*")
    args = parser.parse_args()
    logs = args.out / "logs"
    if args.here:
        for each in SCENARIOS:
            if each.id in args.ids:
                run(each, logs)
        shutil.rmtree(local_dir(logs), ignore_errors=True)
        return
    for heap, ids in drivers(args.ids, logs):
        in_a_driver_of_its_own(heap, ids, args.out)
    edits.make_edits(logs)


def log_folder(logs, each: Scenario):
    return logs / f"{each.id}.s{VERSION.replace('.', '')}"


def local_dir(logs):
    """Where shuffle files and spills go: one folder for all contexts of a JVM, which Spark looks up only once."""
    return logs.parent / f"local-{os.getpid()}"


def drivers(wanted, logs):
    """Which scenarios one driver runs: those of one heap size, but one at a time where they end it."""
    todo = [
        each
        for each in SCENARIOS
        if VERSION in each.versions and (each.id in wanted or not wanted) and not log_folder(logs, each).exists()
    ]
    together = {}
    for each in todo:
        key = (each.heap, each.id if each.ends_the_jvm else "")
        together.setdefault(key, []).append(each.id)
    return [(heap, ids) for (heap, _), ids in together.items()]


def in_a_driver_of_its_own(heap, ids, out):
    command = [sys.executable, __file__, "--out", str(out), "--here", *ids]
    environment = os.environ | {
        "PYSPARK_SUBMIT_ARGS": f"--driver-memory {heap} pyspark-shell",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_HOME": str(pathlib.Path(pyspark.__file__).parent),
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    log = out / f"driver-{VERSION}.log"
    with log.open("a") as output:
        subprocess.run(command, env=environment, stdout=output, stderr=subprocess.STDOUT, timeout=MAX_SECONDS * len(ids))


def run(each: Scenario, logs: pathlib.Path):
    from pyspark.sql import SparkSession

    target = log_folder(logs, each)
    making = target.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    about = {"id": target.name, "what": each.what, "problems": each.problems, "never": each.never, "known": each.known, "spark": pyspark.__version__}
    (making / "scenario.json").write_text(json.dumps(about, indent=1))
    if each.ends_the_jvm:
        making.rename(target)
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{each.id}-"))
    settings = {
        "spark.app.name": "application",
        "spark.ui.enabled": "false",
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": f"file://{target if each.ends_the_jvm else making}",
        "spark.eventLog.compress": "false",
        "spark.eventLog.rolling.enabled": "false",
        "spark.local.dir": str(local_dir(logs)),
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
        "spark.driver.host": "localhost",
        "spark.ui.showConsoleProgress": "false",
        **each.conf,
    }
    builder = SparkSession.builder.master(each.master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    started = time.time()
    spark = builder.getOrCreate()
    try:
        each.run(spark, folder)
        if not each.ends_the_jvm:
            spark.stop()
            making.rename(target)
    except Exception as error:
        print("FAILED", each.id, error, flush=True)
        spark.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{target.name}: {time.time() - started:.1f} s", flush=True)


if __name__ == "__main__":
    main()
