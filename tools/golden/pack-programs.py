"""Makes golden/predict from a corpus of PySpark programs and what real Spark did with each.

usage: pack-programs.py CORPUS [OUT]     CORPUS has programs/, catalog.json, confs.json, truth-3.5.json and truth-4.3.json

Of the truth only what the tests compare is kept: per action the place, the exchanges, joins, jobs and stages with adaptive
execution off and on, and which source columns flow into each output column.
"""
import gzip, json, pathlib, shutil, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def outcome(run):
    """Exchanges as [kind, partitions, keys], joins as [operator, type, side built]; RDD actions have no plan."""
    plan = run.get("initialPlan") or run.get("plan") or {"exchanges": [], "joins": []}
    return {
        "exchanges": [[e["kind"], e["numPartitions"], e["keys"]] for e in plan["exchanges"] if not e["reused"]],
        "joins": [[j["type"], j["joinType"], j["buildSide"]] for j in plan["joins"]],
        "jobs": run["jobs"],
        "stages": run["stages"],
    }


def lineage(columns):
    """Columns of one name count as one; leaves that are no table are left out."""
    found = {}
    for column in columns:
        found.setdefault(column["column"], []).extend(s for s in column["direct"] if not s[0].startswith("<"))
    return found


def action(a):
    return {
        "file": a["file"],
        "stmt": a["stmt"],
        "method": a["method"],
        "off": outcome(a["off"]),
        "on": outcome(a["on"]),
        "lineage": lineage(a.get("lineage") or []),
    }


def pack(corpus, out):
    shutil.rmtree(out / "programs", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(corpus / "programs", out / "programs")
    for name in ("catalog.json", "confs.json"):
        (out / name).write_text(json.dumps(json.loads((corpus / name).read_text()), separators=(",", ":")) + "\n")
    truth = {}
    for version in ("3.5", "4.3"):
        programs = json.loads((corpus / f"truth-{version}.json").read_text())["programs"]
        truth[version] = {name: [action(a) for a in program["actions"]] for name, program in programs.items()}
    (out / "truth.json.gz").write_bytes(gzip.compress(json.dumps(truth, separators=(",", ":")).encode(), mtime=0))


if __name__ == "__main__":
    args = [pathlib.Path(a) for a in sys.argv[1:]]
    if not args:
        sys.exit(__doc__)
    pack(args[0], args[1] if len(args) > 1 else ROOT / "golden" / "predict")
