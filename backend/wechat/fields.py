"""The field rules of subscription messages, as WeChat publishes them.

Limits count characters, not bytes. Text is cut to fit; a number, date, amount or plate is never cut, since half of
one says something else.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from backend.wechat.errors import FieldNotAccepted


class FieldKind(StrEnum):
    """What the letters before the digits of a field's key mean (`thing1`, `date3`)."""

    THING = "thing"
    NUMBER = "number"
    LETTER = "letter"
    SYMBOL = "symbol"
    CHARACTER_STRING = "character_string"
    TIME = "time"
    DATE = "date"
    AMOUNT = "amount"
    PHONE_NUMBER = "phone_number"
    CAR_NUMBER = "car_number"
    NAME = "name"
    PHRASE = "phrase"


_TEXT_LIMITS = {
    FieldKind.THING: 20,
    FieldKind.CHARACTER_STRING: 32,
    FieldKind.LETTER: 32,
    FieldKind.SYMBOL: 5,
    FieldKind.PHRASE: 5,
}
_CLOCK = r"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?"
_DAY = r"\d{4}(年|-|/)\d{1,2}(月|-|/)\d{1,2}日?"
_MOMENT = rf"(({_DAY}) ?)?{_CLOCK}"
_RULES = {
    FieldKind.THING: re.compile(r".{1,20}"),
    FieldKind.NUMBER: re.compile(r"[\d.]{1,32}"),
    FieldKind.LETTER: re.compile(r"[A-Za-z]{1,32}"),
    FieldKind.SYMBOL: re.compile(r"[^\w\s]{1,5}"),
    FieldKind.CHARACTER_STRING: re.compile(r"[ -~]{1,32}"),
    FieldKind.TIME: re.compile(rf"{_MOMENT}( ?~ ?{_MOMENT})?"),
    FieldKind.DATE: re.compile(rf"{_DAY}( {_CLOCK})?( ?~ ?{_DAY}( {_CLOCK})?)?"),
    FieldKind.AMOUNT: re.compile(r"\D{0,3}\d{1,10}(\.\d{1,2})?元?"),
    FieldKind.PHONE_NUMBER: re.compile(r"[\d+\- ]{1,17}"),
    FieldKind.CAR_NUMBER: re.compile(r"\w{1,8}"),
    FieldKind.NAME: re.compile(r"[^\W\d_·]{1,10}|[A-Za-z ]{1,20}|[^\W\d_]{1,5}(·[^\W\d_]{1,4})?"),
    FieldKind.PHRASE: re.compile(r"[一-鿿]{1,5}"),
}
_KINDS = {kind.value: kind for kind in FieldKind}
_KEY = re.compile(r"([a-z_]+?)\d+")


def kind_of(key: str) -> FieldKind | None:
    """`thing1` -> THING; None for a key WeChat's list does not know."""
    found = _KEY.fullmatch(key)
    return _KINDS.get(found[1]) if found else None


def fits(kind: FieldKind, value: str) -> bool:
    """Whether WeChat takes `value` for a field of this kind."""
    return _RULES[kind].fullmatch(value) is not None


def fit(call: str, data: Mapping[str, str]) -> dict[str, str]:
    """`data` on one line each, text cut to its limit with an ellipsis. Raises FieldNotAccepted."""
    fitted = {key: _cut(key, " ".join(value.split())) for key, value in data.items()}
    for key, value in fitted.items():
        kind = kind_of(key)
        if kind is None or not fits(kind, value):
            raise FieldNotAccepted(call)
    return fitted


def _cut(key: str, value: str) -> str:
    kind = kind_of(key)
    if kind is FieldKind.NAME:
        limit = 20 if value.isascii() else 10
        return value[:limit].rstrip(" ·")
    limit = _TEXT_LIMITS.get(kind, len(value)) if kind else len(value)
    if len(value) <= limit:
        return value
    return value[: limit - 1] + "…" if kind is FieldKind.THING else value[:limit]
