"""Labels every log under a folder, runs the detectors over them and scores the answers.

    python3 tools/stress/score.py /tmp/stress --scorer SCORE.py [--keep-labels]

Writes labels.json (the format of the labelled corpus), results.json and report.txt beside the logs. `--keep-labels`
takes labels.json as it is, for when a person has corrected it.
"""

import argparse
import json
import pathlib
import subprocess
import sys

from event_log import read
from label import PROBLEMS

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--scorer", type=pathlib.Path, required=True)
    parser.add_argument("--keep-labels", action="store_true")
    args = parser.parse_args()
    labels_file = args.folder / "labels.json"
    if not args.keep_labels:
        logs = sorted(path.parent for path in args.folder.glob("logs/*.s??/scenario.json"))
        labels_file.write_text(json.dumps([label(each) for each in logs], indent=1))
    results = analyze(json.loads(labels_file.read_text()), args.folder)
    (args.folder / "results.json").write_text(json.dumps(results))
    command = [sys.executable, args.scorer, args.folder / "results.json", "--labels", labels_file, "--misses"]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout + never_raised(
        json.loads(labels_file.read_text()), results
    )
    (args.folder / "report.txt").write_text(report)
    print(report)


def label(folder: pathlib.Path):
    about = json.loads((folder / "scenario.json").read_text())
    [path] = (each for each in folder.iterdir() if each.name != "scenario.json")
    log = read(path)
    shown = {problem: list(find(log)) for problem, find in PROBLEMS.items()}
    for problem, note in about.get("known", {}).items():
        shown[problem] = shown[problem] or [(None, None, f"known: {note}")]
    labels = [
        {
            "problem": problem,
            "stages": sorted({s for stages, _, _ in found for s in stages or []}) or None,
            "executions": sorted({e for _, executions, _ in found for e in executions or []}) or None,
            "role": "purpose" if problem in about["problems"] else "also",
            "note": "; ".join(note for _, _, note in found)[:400],
        }
        for problem, found in shown.items()
        if found
    ]
    return {
        "id": about["id"],
        "what": about["what"],
        "files": [f"logs/{folder.name}/{path.name}"],
        "spark": about["spark"],
        "scenario": about["id"].rpartition(".")[0],
        "variant": "bad" if about["problems"] else "healthy",
        "labels": labels,
        "healthy": not labels,
        "not_labels": [{"problem": problem, "reason": about["what"]} for problem in about.get("never", [])],
        "not_shown": [problem for problem in about["problems"] if not shown[problem]],
    }


def analyze(labels, folder):
    requests = folder / "requests.jsonl"
    requests.write_text("".join(json.dumps({"id": x["id"], "paths": [str(folder / x["files"][0])]}) + "\n" for x in labels))
    command = [ROOT / "bin/shufflescope", "analyze", "--batch", requests, "--json"]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in output.splitlines() if line.startswith('{"id"')]


def never_raised(labels, results):
    """What a scenario says must not be raised, and was."""
    said = {r["id"]: {i["problem"] for i in r.get("insights", [])} for r in results}
    lines = [
        f"raised although it must not be  {x['id']}: {each['problem']}"
        for x in labels
        for each in x["not_labels"]
        if each["problem"] in said.get(x["id"], ())
    ]
    lines += [f"not shown by its own numbers  {x['id']}: {problem}" for x in labels for problem in x["not_shown"]]
    lines += [f"failed  {r['id']}: {r['error']}" for r in results if "error" in r]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
