"""What a scenario is, and the helpers its code uses."""

import dataclasses
import pathlib
from collections.abc import Callable

SCENARIOS: list["Scenario"] = []
BOTH = ("3.5", "4.3")


@dataclasses.dataclass(frozen=True)
class Scenario:
    """One application. Its function gets a session and an empty folder; the labels come from what its log shows."""

    id: str
    what: str
    problems: tuple[str, ...]
    """What it is made for: a label only if the numbers of its log show it."""
    never: tuple[str, ...]
    """What a naive tool would raise wrongly here."""
    run: Callable
    versions: tuple[str, ...]
    master: str = "local[4]"
    conf: dict = dataclasses.field(default_factory=dict)
    heap: str = "1g"
    known: dict = dataclasses.field(default_factory=dict)
    """Problems of which the author knows more than the log says: a label with this note, whatever the numbers."""
    ends_the_jvm: bool = False
    """Needs a driver of its own, because it kills it."""


def scenario(*problems, never=(), versions=None, **more):
    """Registers a function as a scenario: its name is the id, its docstring says what it is."""

    def register(function):
        # Without a say every second scenario runs with the other version.
        turn = (BOTH[len(SCENARIOS) % 2],)
        SCENARIOS.append(
            Scenario(
                id=function.__name__.replace("_", "-"),
                what=" ".join((function.__doc__ or "").split()),
                problems=problems,
                never=tuple(never),
                run=function,
                versions=versions or turn,
                **more,
            )
        )
        return function

    return register


NO_AQE = {"spark.sql.adaptive.enabled": "false"}
NO_BROADCAST = {"spark.sql.autoBroadcastJoinThreshold": "-1"}
# Little execution memory, so that a million rows spill, whatever the heap.
LITTLE_MEMORY = {"spark.memory.fraction": "0.08", "spark.shuffle.spill.numElementsForceSpillThreshold": "200000"}


def partitions(n):
    return {"spark.sql.shuffle.partitions": str(n)}


def burn(column, rounds):
    """An expression that costs about half a microsecond of CPU a round and row."""
    from pyspark.sql import functions as f

    expression = f.col(column).cast("string")
    for _ in range(rounds):
        expression = f.sha2(expression, 256)
    return expression


def done(frame):
    """Computes every row and column and keeps nothing."""
    frame.write.format("noop").mode("overwrite").save()


def folder_of(path: pathlib.Path, name: str) -> str:
    return str(path / name)
