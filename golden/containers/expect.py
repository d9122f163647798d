"""Writes expected.json: what every log below decodes to, found without Shufflescope's own decoders.

zstd: the zstd command. LZ4Block: its raw blocks are put into LZ4 frames, which the lz4 command reads and checks.
snappy-java and LZF: decoders below, written from the format descriptions, byte by byte.
"""
import hashlib, json, pathlib, struct, subprocess

HERE = pathlib.Path(__file__).parent


def command(args, data): return subprocess.run(args, input=data, stdout=subprocess.PIPE, check=True).stdout


def lz4(b):
    out, at = b"", 0
    while at < len(b):
        assert b[at:at + 8] == b"LZ4Block"
        token, stored, size = b[at + 8], *struct.unpack_from("<ii", b, at + 9)
        block = b[at + 21:at + 21 + stored]
        at += 21 + stored
        if size:
            raw = 0x80000000 if token & 0xF0 == 0x10 else 0
            # magic, flags (version 1, independent blocks), 4 MiB blocks, header checksum of exactly these flags
            frame = b"\x04\x22\x4d\x18\x60\x70\x73" + struct.pack("<I", stored | raw) + block + b"\0\0\0\0"
            out += command(["lz4", "-dcq"], frame)
    return out


def copy(out, distance, length):
    for _ in range(length): out.append(out[-distance])


def snappy(b):
    out, at = b"", 0
    while at < len(b):
        if b[at] == 0x82:
            assert b[at:at + 8] == b"\x82SNAPPY\0"
            at += 16
            continue
        end = at + 4 + struct.unpack_from(">i", b, at)[0]
        at += 4
        size = shift = 0
        while True:
            size |= (b[at] & 127) << shift; shift += 7; at += 1
            if b[at - 1] < 128: break
        block = bytearray()
        while at < end:
            tag = b[at]; at += 1
            if tag & 3 == 0:
                n = (tag >> 2) + 1
                if n > 60: k = n - 60; n = int.from_bytes(b[at:at + k], "little") + 1; at += k
                block += b[at:at + n]; at += n
            elif tag & 3 == 1: copy(block, (tag >> 5) << 8 | b[at], (tag >> 2 & 7) + 4); at += 1
            else:
                k = 2 if tag & 3 == 2 else 4
                copy(block, int.from_bytes(b[at:at + k], "little"), (tag >> 2) + 1); at += k
        assert len(block) == size
        out += block
    return out


def lzf(b):
    out, at = b"", 0
    while at < len(b):
        assert b[at:at + 2] == b"ZV"
        kind, stored = b[at + 2], int.from_bytes(b[at + 3:at + 5], "big")
        at += 5
        if kind == 0: out += b[at:at + stored]; at += stored; continue
        size = int.from_bytes(b[at:at + 2], "big"); at += 2
        end, block = at + stored, bytearray()
        while at < end:
            c = b[at]; at += 1
            if c < 32: block += b[at:at + c + 1]; at += c + 1
            else:
                n = (c >> 5) + 2
                if n == 9: n += b[at]; at += 1
                copy(block, ((c & 31) << 8 | b[at]) + 1, n); at += 1
        assert len(block) == size
        out += block
    return out


def decode(name, b):
    for suffix, how in ((".lz4", lz4), (".snappy", snappy), (".lzf", lzf), (".zstd", lambda b: command(["zstd", "-dcq"], b))):
        if suffix in name: return how(b)
    return b


out = {}
for f in sorted(HERE.rglob("*")):
    if not f.is_file() or f.parent == HERE or f.name.startswith("appstatus"): continue
    plain = decode(f.name, f.read_bytes())
    lines = plain.splitlines()
    for line in lines: assert next(iter(json.loads(line))) == "Event"
    out[str(f.relative_to(HERE))] = {"bytes": len(plain), "lines": len(lines), "sha256": hashlib.sha256(plain).hexdigest()}
(HERE / "expected.json").write_text(json.dumps(out, indent=1) + "\n")
