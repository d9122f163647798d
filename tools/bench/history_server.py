"""How long Spark's own History Server needs to replay a log: the peer of `npm run bench`.

    /tmp/spark43/bin/python tools/bench/history_server.py LOG…      with the Spark of the Python that runs this

For each log a server of its own starts over a folder with that log alone. The time is that of the first question about
the application's stages, which makes the server read the log; listing the folder came before. Needs a JDK 17.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

import pyspark

PORT = 18_480
API = f"http://127.0.0.1:{PORT}/api/v1/applications"
HOME = pathlib.Path(pyspark.__file__).parent


def main():
    for log in sys.argv[1:]:
        path = pathlib.Path(log)
        runs = [replay(path) for _ in range(3)]
        print(f"{path.name:28} {path.stat().st_size / 1e6:8.1f} MB  best of 3: {min(runs):6.2f} s   {[round(r, 2) for r in runs]}", flush=True)


def replay(log):
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(log.resolve(), pathlib.Path(folder) / with_codec(log))
        server = subprocess.Popen(
            [HOME / "bin/spark-class", "org.apache.spark.deploy.history.HistoryServer"],
            env=os.environ | {
                "SPARK_HOME": str(HOME),
                "SPARK_LOCAL_IP": "127.0.0.1",
                "SPARK_DAEMON_MEMORY": "4g",
                "SPARK_HISTORY_OPTS": f"-Dspark.history.ui.port={PORT} -Dspark.history.fs.logDirectory=file://{folder}",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            [application] = wait_for_listing()
            started = time.monotonic()
            with urllib.request.urlopen(f"{API}/{application['id']}/jobs", timeout=600) as answer:
                answer.read()
            return time.monotonic() - started
        finally:
            server.terminate()
            server.wait()


def with_codec(log):
    """The server tells the codec from the name."""
    return f"{log.name.removesuffix('.zstd')}.zstd" if log.suffix == ".zstd" else log.name


def wait_for_listing():
    for _ in range(1200):
        try:
            with urllib.request.urlopen(API, timeout=10) as answer:
                found = json.load(answer)
                if found:
                    return found
        except OSError:
            pass
        time.sleep(0.25)
    sys.exit("the History Server lists no application")


if __name__ == "__main__":
    main()
