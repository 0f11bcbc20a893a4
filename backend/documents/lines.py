"""Breaking Chinese text into lines (禁则): no line begins with a closing mark or ends with an opening one.

Latin words and numbers stay whole unless one alone is wider than the line.
"""

import re
from collections.abc import Callable

Measure = Callable[[str], float]

_CLOSING = "，。、；：？！）》〉」』】〕〗”’…—～·％%℃°,.;:?!)]}"
_OPENING = "（《〈「『【〔〖“‘([{￥¥$"
# Opening marks hold on to what follows, closing marks to what they follow.
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9][A-Za-z0-9.,:/_@+\-]*|\s|.)[{re.escape(_CLOSING)}]*",
    re.DOTALL,
)

_PART = re.compile(r"[^/?=&]*[/?=&]+|[^/?=&]+")


def break_lines(text: str, width: float, measure: Measure, indent: float = 0) -> list[str]:
    """Lines of `text` no wider than `width`, the first one shorter by `indent`; `measure` gives a string's width.

    A last line of one lone character takes a companion from the line above.
    """
    lines: list[list[str]] = []
    room = width - indent
    for unit in _units(text, width, measure):
        if not lines or measure("".join([*lines[-1], unit]).rstrip()) > room:
            room = width if lines else room
            lines.append([])
        if lines[-1] or not unit.isspace():
            lines[-1].append(unit)
    if len(lines) > 1 and _lone(lines[-1]) and len(lines[-2]) > 2:
        companion = lines[-2][-1]
        if measure("".join([companion, *lines[-1]])) <= width:
            lines[-1].insert(0, lines[-2].pop())
    return [words for line in lines if (words := "".join(line).strip())]


def _lone(line: list[str]) -> bool:
    return len("".join(line).strip()) == 1


def _units(text: str, width: float, measure: Measure) -> list[str]:
    return [piece for unit in _UNIT.findall(text) for piece in _fitting(unit, width, measure)]


def _fitting(unit: str, width: float, measure: Measure) -> list[str]:
    """`unit` itself; when it is wider than a whole line its parts as an address has them, at worst its characters."""
    if measure(unit) <= width:
        return [unit]
    return [piece for part in _PART.findall(unit) for piece in ([part] if measure(part) <= width else part)]
