"""Makes golden/simulate from what real Spark did in single cases.

usage: pack-cases.py CASES [OUT]     CASES has a file KIND.jsonl for each kind, one case a line

A case that came out the same in both versions is kept once, as a list of versions.
"""
import gzip, json, pathlib, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def packed(path):
    """Cases as [id, versions, input, expected]."""
    found = {}
    for line in path.read_text().splitlines():
        case = json.loads(line)
        name = case["id"].split("/", 1)[1]
        key = json.dumps([name, case["input"], case["expected"]], sort_keys=True)
        found.setdefault(key, [name, [], case["input"], case["expected"]])[1].append(case["spark"])
    return list(found.values())


def pack(cases, out):
    out.mkdir(parents=True, exist_ok=True)
    kinds = {path.stem: packed(path) for path in sorted(cases.glob("*.jsonl"))}
    text = json.dumps(kinds, separators=(",", ":"), ensure_ascii=False)
    (out / "cases.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    args = [pathlib.Path(a) for a in sys.argv[1:]]
    if not args:
        sys.exit(__doc__)
    pack(args[0], args[1] if len(args) > 1 else ROOT / "golden" / "simulate")
