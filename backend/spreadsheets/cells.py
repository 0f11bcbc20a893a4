"""One cell of a spreadsheet as plain text."""

import re
import unicodedata
from datetime import date, datetime, time

# Where a program could not say a value: a formula that failed, or one never worked out. Formulas are never run here.
FAILED = "#VALUE!"
FAILURES = frozenset({"#VALUE!", "#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})

# From here on a double no longer holds every whole number: Excel keeps 15 digits and writes zeros after them.
_EXACT_BELOW = 1e15

_WIDE = {
    ord(wide): chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９" + "".join(map(chr, range(0xFF21, 0xFF3B)))
}
_WIDE |= {code: chr(code - 0xFEE0) for code in range(0xFF41, 0xFF5B)}
_TEXT_FORMULA = re.compile(r'="([^"]*)"')
# What XML 1.0 has no place for (its production 2), hidden control characters besides.
_UNWRITABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠]|'\d+[Xx]?$", re.ASCII)


def text_of(value: object) -> str:
    """What a person reads in the cell, on one line, with half-width digits and letters.

    Dates are 1949-12-31, yes and no 是 and 否. A whole number of 16 digits or more is written 4.40524188001010E+17:
    its last digits are already lost.
    """
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(float(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return clean(str(value))


def clean(text: str) -> str:
    """`text` without hidden characters, guards against formulas, and doubled or outer blanks."""
    if text.isascii() and text.isalnum():
        return text
    text = text.translate(_WIDE)
    if not text.isprintable():
        text = "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or not _is_hidden(sign))
    line = " ".join(text.split())
    return _bare(line) if line.startswith(("=", "'")) else line


def _bare(line: str) -> str:
    if wrapped := _TEXT_FORMULA.fullmatch(line):
        return wrapped[1].strip()
    return line[1:] if _GUARDED.match(line) else line


def guard(text: str) -> str:
    """`text` so that no program takes it for a formula, without signs that no workbook can hold: one makes the whole
    file damaged. `clean` takes the guard off again."""
    text = _UNWRITABLE.sub("", text).strip()
    return "'" + text if re.match(r"'*[=+\-@＝＋－＠]", text) else text


def fold_title(title: str) -> str:
    """A column title without what does not matter: blanks, notes in brackets, marks, 情况 and 信息."""
    folded = "".join(unicodedata.normalize("NFKC", title).split()).lower()
    folded = re.sub(r"\((?![1-9一二三四]\))[^)]*\)|\[[^\]]*\]|【[^】]*】", "", folded)
    return re.sub(r"基本情况|基本信息|情况|信息|[()*:;,.、。_\-/]", "", folded)


def _number(value: float) -> str:
    if abs(value) < _EXACT_BELOW:
        return str(int(value)) if value.is_integer() else repr(value)
    return f"{value:.14E}"


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs"}
