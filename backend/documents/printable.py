"""The agreement to be signed by pen: the agreed text, a line for each hand, and a code that ties the sheets to it.

Pure, and about a second of CPU: call it in a thread.
"""

from dataclasses import dataclass
from datetime import datetime

from backend.documents.canonical import read_canonical, text_hash
from backend.documents.font import Font
from backend.documents.render import agreed_text, qr_code
from backend.documents.sheet import LEFT, WIDTH, Sheet, Type

_HEADING = Type(16, bold=True, leading=1.6)
_ROLE = Type(12.5, leading=1.6)
_CODE = Type(20, bold=True, leading=1.5)
_SMALL = Type(10.5, (0x6B, 0x5E, 0x52), leading=1.6)

_QR = 30.0
_PRINT, _PRINT_HEIGHT = 30.0, 24.0
_STAMP = 46.0

NOTICE = (
    "请先把上面的协议从头念给老人听，都听明白了再签。各人签自己的名字，不会写字的按右手食指指印；"
    "老人签字或按指印时，要有一位成年人在场见证，见证人不能是协议当事人。签好后连同本页一起拍照交给村委会，原件由村委会留存。"
    "协议改过一个字，这几页就作废，要重新打印。"
)


@dataclass(frozen=True)
class Hand:
    """Who signs where: `role` as the text calls it, and what was `done` already on a phone."""

    role: str
    name: str
    done: str = ""


@dataclass(frozen=True)
class Printable:
    """What is printed. `code` says which text it is; `committee` is who stamps."""

    text: bytes
    code: str
    hands: tuple[Hand, ...]
    committee: str
    made_at: datetime


def printable(wanted: Printable, *, font: Font) -> bytes:
    """The PDF; equal arguments give equal bytes. Raises TextNotCanonical, FontMissing, CharacterNotPrintable."""
    text = read_canonical(wanted.text)
    footer = f"纸面编码 {wanted.code}　正文指纹 {text_hash(wanted.text)[:16]}"
    sheet = Sheet(font, title=text.title, footer=footer, made_at=wanted.made_at)
    agreed_text(sheet, text)
    sheet.new_page()
    _signing_page(sheet, wanted)
    return sheet.output()


def _signing_page(sheet: Sheet, wanted: Printable) -> None:
    sheet.lines(["签字页"], _HEADING)
    sheet.y += 1
    _code(sheet, wanted.code)
    for hand in wanted.hands:
        _line(sheet, f"{hand.role}　{hand.name}", hand.done)
    _witness_and_stamp(sheet, wanted.committee)


def _code(sheet: Sheet, code: str) -> None:
    """The code to type or to scan, and beside it how to sign."""
    top = sheet.y
    sheet.picture(qr_code(code), LEFT + WIDTH - _QR, top, _QR, _QR)
    width = WIDTH - _QR - 6
    sheet.line("纸面编码", LEFT, _ROLE)
    sheet.lines([code], _CODE, x=LEFT + 24)
    sheet.lines(sheet.break_up(NOTICE, _SMALL, width), _SMALL)
    sheet.y = max(sheet.y, top + _QR) + 4


def _line(sheet: Sheet, who: str, done: str) -> None:
    """A name to sign, a day to write, and a place for a fingerprint."""
    height = 2 * _ROLE.line + 2 if done else _PRINT_HEIGHT
    sheet.keep_together(height + 4)
    top, width = sheet.y, WIDTH - _PRINT - 6
    sheet.lines(sheet.break_up(who, _ROLE, width), _ROLE)
    if done:
        sheet.lines(sheet.break_up(done, _SMALL, WIDTH), _SMALL)
        sheet.y += 3
        return
    sheet.y = top + height - _ROLE.line
    sheet.line("签名", LEFT, _ROLE)
    sheet.line("日期　　　　年　　月　　日", LEFT + width - 54, _ROLE)
    sheet.y += _ROLE.line
    sheet.rule(x=LEFT + 11, width=width - 68)
    sheet.frame(LEFT + WIDTH - _PRINT, top, _PRINT, height)
    sheet.y = top + 1
    sheet.line("指印", LEFT + WIDTH - _PRINT + 2, _SMALL)
    sheet.y = top + height + 4


def _witness_and_stamp(sheet: Sheet, committee: str) -> None:
    """Who saw the elder sign, and where the committee stamps: never over anybody's line."""
    sheet.keep_together(_STAMP + 2)
    top, half = sheet.y, LEFT + WIDTH / 2
    sheet.lines(["见证人"], _ROLE)
    sheet.lines(["看着老人签字或按指印的成年人"], _SMALL)
    sheet.frame(half, top, WIDTH / 2, _STAMP)
    sheet.y = top + 2
    sheet.line(f"{committee}（盖章）", half + 3, _ROLE)
    sheet.y = top + _STAMP - _ROLE.line * 2 - 3
    sheet.line("签名", LEFT, _ROLE)
    sheet.y += _ROLE.line
    sheet.rule(x=LEFT + 11, width=WIDTH / 2 - 20)
    sheet.y = top + _STAMP - _ROLE.line - 1
    for x in (LEFT, half + 3):
        sheet.line("日期　　　　年　　月　　日", x, _ROLE)
    sheet.y = top + _STAMP
