"""Which fields of a request tell of people what must lie nowhere in clear: by their types, so none is forgotten."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec

from miniprogram_api.schemas import Phone, Words
from tests.api.attempts import Attempt
from tests.factories.sheets import unpacked

_NAMED = {"id_number", "employer"}


def secret_fields(body: type[msgspec.Struct] | None) -> set[str]:
    """Fields, also of what is nested in it, that hold a telephone, free words, an identity number or an employer."""
    found: set[str] = set()
    for name, hint in get_type_hints(body, include_extras=True).items() if body else ():
        kinds = list(_kinds(hint))
        if name in _NAMED or any(kind in (Phone, Words) for kind in kinds):
            found.add(name)
        for nested in kinds:
            if isinstance(nested, type) and issubclass(nested, msgspec.Struct):
                found |= secret_fields(nested)
    return found


def _kinds(hint: Any) -> Iterator[Any]:
    yield hint
    for inner in get_args(hint):
        yield from _kinds(inner)


def secrets_in(body: type[msgspec.Struct] | None, told: Any) -> Iterator[tuple[str, str]]:
    """Those fields with what a request tells in them."""
    wanted = secret_fields(body)
    yield from _in(told, wanted)


def _in(told: Any, wanted: set[str]) -> Iterator[tuple[str, str]]:
    if isinstance(told, list):
        for each in told:
            yield from _in(each, wanted)
    elif isinstance(told, dict):
        for name, value in told.items():
            if name in wanted and isinstance(value, str):
                yield name, value
            yield from _in(value, wanted)


def sheet(attempt: Attempt) -> str:
    """A spreadsheet handed in, as text."""
    content = attempt.content or b""
    return unpacked(content) if content.startswith(b"PK") else content.decode("utf-8", "replace")
