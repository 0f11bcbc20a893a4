"""Wrong values for every field of a body, each marked so that an echo is found."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

CANARY = "金丝雀唱歌"
DATES = (
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "9999-12-31T23:59:59.999999-23:59",
    "0001-01-01T00:00:00+23:59",
    "2026-01-01T00:00:00",
    "2026-13-01T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "+292278994-08-17T07:12:55.807Z",
)
NUMBERS = (
    "1e400",
    "-1e400",
    "1" + "0" * 400,
    "-9223372036854775809",
    "18446744073709551616",
    "NaN",
    "Infinity",
    "-0.5",
)
TEXTS = (
    json.dumps(CANARY * 2000),
    json.dumps(f"{CANARY}\x00"),
    json.dumps(f"{CANARY}\x1b[31m\x07"),
    f'"{CANARY}\\ud800"',
    f'"{CANARY}\\udfff\\ud800"',
    json.dumps(""),
    json.dumps("   "),
    json.dumps(f"{CANARY}\u202e\u2066"),
    json.dumps(f"{CANARY}' OR 1=1 --"),
    json.dumps(f"{CANARY}<script>alert(1)</script>{{{{7*7}}}}%s%n$1"),
    json.dumps("00000000-0000-0000-0000-000000000000"),
    json.dumps("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"),
)
SHAPES = ("null", "[]", "{}", "true", f'["{CANARY}"]', f'{{"{CANARY}": "{CANARY}"}}', "[" * 200 + "]" * 200)


def broken_bodies(body: dict[str, Any]) -> Iterator[tuple[str, bytes, bool]]:
    """What is wrong, the body's bytes, and whether a refusal is certain."""
    for name in body:
        yield f"{name} missing", _written({key: value for key, value in body.items() if key != name}), False
        yield f"{name} of nobody", _with(body, name, json.dumps(str(uuid4()))), False
        for text in (*NUMBERS, *TEXTS, *SHAPES, *map(json.dumps, DATES)):
            yield f"{name} = {text[:40]}", _with(body, name, text), False
        yield f"{name} as an object in an object", _with(body, name, f'{{"a": {{"b": "{CANARY}"}}}}'), True
        # 0x5f3759df as bytes of no encoding.
        yield f"{name} not in UTF-8", _with(body, name, '"?"').replace(b'"?"', b'"\x5f\xff\xfe\xdf"'), True
        yield f"{name} with a control character as it is", _with(body, name, f'"{CANARY}\x01"'), True
        yield f"{name} with an escaped U+0000", _with(body, name, f'"{CANARY}\\u0000"'), True
    yield "an unknown field", _written({**body, CANARY: CANARY}), True
    whole = _written(body)
    yield "cut short", whole[:-1], True
    yield "cut in the middle", whole[: len(whole) // 2], True
    yield "twice", whole + whole, True
    yield "a list", b"[" + whole + b"]", True
    for text in ("", "null", "NaN", "[]", '"' + CANARY, "{" * 5000, '{"a":' * 5000, "[" * 60_000, "\x00", "\ufeff"):
        yield f"only {text[:10]!r}", text.encode(), True
    first = next(iter(body), "a")
    yield "a field twice", whole[:-1] + f', "{first}": ["{CANARY}"]}}'.encode(), True


def _written(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def _with(body: dict[str, Any], name: str, text: str) -> bytes:
    """The body with `text`, JSON or not, as the field's value."""
    mark = f"mark-{uuid4()}"
    written = json.dumps({**body, name: mark}, ensure_ascii=False)
    return written.replace(json.dumps(mark), text).encode("utf-8", "surrogatepass")
