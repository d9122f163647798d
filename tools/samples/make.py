"""Makes the event logs under public/samples with real Spark.

    python3 -m venv /tmp/spark35 && /tmp/spark35/bin/pip install pyspark==3.5.8
    /tmp/spark35/bin/python tools/samples/make.py [id …]

Needs a JDK 17, the zstd command and a /data/demo that it may write. Each application runs as one would run it, with
spark-submit, but under a made-up user, host and folder, so that its log says nothing about the machine that made it.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import inputs
import pyspark

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "public/samples"
BASE = inputs.BASE
SPARK_HOME = BASE / "spark"
# Where Spark's Python finds pandas and pyarrow, under a name that tells nothing.
PACKAGES = BASE / "packages"
MAX_BYTES = 400 * 1024

# What each sample is; `settings` are those somebody gave to spark-submit.
SAMPLES_TO_MAKE = [
    {
        "id": "skewed-join",
        "title": "Skewed join",
        "what": "Most orders have the same customer id: one task of the join works long after the others have ended.",
        "app": "nightly_orders.py",
        "settings": {
            "spark.sql.shuffle.partitions": "32",
            "spark.sql.adaptive.advisoryPartitionSizeInBytes": "8m",
        },
    },
    {
        "id": "small-files",
        "title": "Small files in and out",
        "what": "1,260 CSV files of a few kilobytes are read, and as many small Parquet files written.",
        "app": "sensor_archive.py",
        "settings": {},
    },
    {
        "id": "healthy-etl",
        "title": "A healthy run",
        "what": "Scan, broadcast join, aggregation and write, with nothing to complain about.",
        "app": "daily_revenue.py",
        "settings": {},
    },
    {
        "id": "failed-import",
        "title": "A failed job",
        "what": "A Python function meets a value it does not expect; the task fails four times, then the job.",
        "app": "invoice_import.py",
        "settings": {},
        "master": "local[4,4]",
        "fails": True,
    },
]

# Set for the JVM from outside, so that they do not show up as settings of the application.
JAVA_OPTIONS = {
    "user.name": "demo",
    "user.home": "/home/demo",
    "user.timezone": "UTC",
    "java.io.tmpdir": f"{BASE}/tmp",
    "os.version": "6.1",
}


def main(wanted):
    prepare()
    manifest = []
    for sample in SAMPLES_TO_MAKE:
        target = SAMPLES / f"{sample['id']}.zstd"
        if not wanted or sample["id"] in wanted:
            log = run(sample)
            check_for_leaks(log)
            subprocess.run(["zstd", "-q", "-f", "-19", log, "-o", target], check=True)
            target.chmod(0o644)
        assert target.stat().st_size <= MAX_BYTES, f"{target} is too large"
        manifest.append(
            {key: sample[key] for key in ("id", "title", "what")}
            | {"file": target.name, "bytes": target.stat().st_size, "spark": pyspark.__version__}
        )
    (SAMPLES / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def prepare():
    for folder in ("tmp", "apps", "events"):
        (BASE / folder).mkdir(parents=True, exist_ok=True)
    link_spark()
    shutil.copytree(HERE / "apps", BASE / "apps", dirs_exist_ok=True)
    if not (BASE / "invoices").exists():
        inputs.make_all()


def link_spark():
    spark = pathlib.Path(pyspark.__file__).parent
    for path, target in ((SPARK_HOME, spark), (PACKAGES, spark.parent)):
        path.unlink(missing_ok=True)
        path.symlink_to(target)


def run(sample):
    """Runs one application and returns its event log."""
    shutil.rmtree(BASE / "events")
    (BASE / "events").mkdir()
    shutil.rmtree(BASE / "out", ignore_errors=True)
    settings = {
        "spark.driver.host": "localhost",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": f"file://{BASE}/events",
        # One plain file; Spark 4 would roll and compress it.
        "spark.eventLog.rolling.enabled": "false",
        "spark.eventLog.compress": "false",
        **sample["settings"],
    }
    command = [f"{SPARK_HOME}/bin/spark-submit", "--master", sample.get("master", "local[4]")]
    for name, value in settings.items():
        command += ["--conf", f"{name}={value}"]
    done = subprocess.run(
        [*command, f"{BASE}/apps/{sample['app']}"], cwd=BASE, env=environment(), capture_output=True, text=True
    )
    if (done.returncode != 0) != sample.get("fails", False):
        sys.exit(f"{sample['id']} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    [log] = (BASE / "events").iterdir()
    return log


def environment():
    """Only what the run needs: names and paths of this machine stay out."""
    return {
        "PATH": "/usr/bin:/bin",
        "JAVA_HOME": os.environ.get("JAVA_HOME", java_home()),
        "JDK_JAVA_OPTIONS": " ".join(f"-D{name}={value}" for name, value in JAVA_OPTIONS.items()),
        "SPARK_HOME": str(SPARK_HOME),
        "SPARK_USER": "demo",
        "HADOOP_USER_NAME": "demo",
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_HOSTNAME": "localhost",
        "PYSPARK_PYTHON": "/usr/bin/python3",
        "PYTHONPATH": str(PACKAGES),
        "HOME": str(BASE),
        "LANG": "C.UTF-8",
    }


def java_home():
    return str(pathlib.Path(shutil.which("java")).resolve().parent.parent)


def check_for_leaks(log):
    """The log must not name this machine, its folders or its users. Hadoop's defaults name /tmp, on any machine."""
    system = os.uname()
    folders = {pathlib.Path(__file__).resolve().parents[2], pathlib.Path.home(), pathlib.Path(tempfile.gettempdir())}
    ours = "|".join(re.escape(f"{folder}") + r"\b" for folder in folders)
    tells = re.compile(rf'{ours}|/home/(?!demo)|"{system.nodename}"|{re.escape(system.release)}|\b(?!127)\d+\.\d+\.\d+\.\d+:')
    for line in log.read_text().splitlines():
        event = json.loads(line)
        event.pop("Hadoop Properties", None)
        told = tells.findall(json.dumps(event))
        if told:
            sys.exit(f"{log} tells about this machine: {sorted(set(told))} in {event['Event']}")


if __name__ == "__main__":
    main(sys.argv[1:])
