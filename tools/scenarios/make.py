"""Makes the event logs of the scenarios with real Spark: each program as the scenario shows it, before and after the fix.

    python3 -m venv /tmp/spark43 && /tmp/spark43/bin/pip install pyspark==4.3.0 pandas pyarrow
    /tmp/spark43/bin/python tools/scenarios/make.py [log …]

Needs a JDK 17, the zstd command, the project's own node (npm ci) and a /data/demo that it may write. The programs and their
settings come from the scenarios themselves (runs.ts), so that a log is never of another text than the one that is shown.
"""

import json
import pathlib
import subprocess
import sys

import lake

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tools/samples"))
import make as samples  # noqa: E402  how an application runs without telling about this machine

LOGS = ROOT / "public/samples/scenarios"
LAKE = samples.BASE / "lake"
MAX_BYTES = 300 * 1024


def main(wanted):
    prepare()
    for run in json.loads(subprocess.run([ROOT / "node_modules/.bin/node", HERE / "runs.ts"], capture_output=True, check=True).stdout):
        if wanted and run["log"] not in wanted:
            continue
        for path, text in run["files"].items():
            (samples.BASE / "apps" / path).write_text(text)
        log = samples.run({"id": run["log"], "app": run["main"], "settings": run["conf"], "master": f"local[{run['cores']}]"})
        samples.check_for_leaks(log)
        target = LOGS / f"{run['log']}.zstd"
        subprocess.run(["zstd", "-q", "-f", "-19", log, "-o", target], check=True)
        target.chmod(0o644)
        assert target.stat().st_size <= MAX_BYTES, f"{target} is too large"
        print(f"{target.name}: {target.stat().st_size} bytes")


def prepare():
    LOGS.mkdir(parents=True, exist_ok=True)
    for folder in ("tmp", "apps", "events"):
        (samples.BASE / folder).mkdir(parents=True, exist_ok=True)
    samples.link_spark()
    if not LAKE.exists():
        lake.make_all(LAKE)


if __name__ == "__main__":
    main(sys.argv[1:])
