"""Damaged copies of logs: what happens to files after Spark wrote them."""

import json
import pathlib
import random


def truncated(lines):
    """The file was cut in the middle of a line."""
    text = "".join(lines)
    return text[: int(len(text) * 0.6)]


def events_dropped(lines):
    """Every tenth task end is missing, as when the listener's queue is full."""
    random.seed(7)
    return "".join(line for line in lines if not (line.startswith('{"Event":"SparkListenerTaskEnd"') and random.random() < 0.1))


def line_damaged(lines):
    """A line in the middle is garbage."""
    middle = len(lines) // 2
    return "".join([*lines[:middle], "\0\0\0 no json\n", *lines[middle:]])


def every_tenth_event_dropped(lines):
    """Every tenth event of any kind is missing."""
    random.seed(11)
    return "".join(line for number, line in enumerate(lines) if number < 5 or random.random() >= 0.1)


# name, source log, problem, how
EDITS = [
    ("log-truncated", "many-useful-tasks", "incomplete-log", truncated),
    ("log-line-damaged", "long-aggregation", "incomplete-log", line_damaged),
    ("events-dropped", "tiny-repartition", "event-loss", events_dropped),
    ("events-of-all-kinds-dropped", "learning-loop", "event-loss", every_tenth_event_dropped),
    ("events-dropped-few-tasks", "two-large-sides", "event-loss", events_dropped),
]


def make_edits(logs: pathlib.Path):
    for name, source, problem, edit in EDITS:
        for original in sorted(logs.glob(f"{source}.*/*")):
            if original.name == "scenario.json":
                continue
            target = logs / f"{name}{original.parent.name.removeprefix(source)}"
            target.mkdir(exist_ok=True)
            about = json.loads((original.parent / "scenario.json").read_text())
            about |= {"id": target.name, "what": f"{edit.__doc__} ({source})", "problems": [problem], "edited": True}
            (target / "scenario.json").write_text(json.dumps(about, indent=1))
            (target / original.name).write_text(edit(original.read_text().splitlines(keepends=True)))
            break
