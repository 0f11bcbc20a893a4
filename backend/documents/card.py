"""The PDF of a village card (R005): one sheet to hang up at home. Words for people are given in Chinese by the caller.

Pure; like `render`, call it in a thread.
"""

from dataclasses import dataclass
from datetime import datetime

from backend.documents.font import Font
from backend.documents.render import qr_code, spoken_day
from backend.documents.sheet import LEFT, MAIN, MUTED, WIDTH, Sheet, Type
from backend.kit.clock import shanghai_day

_TITLE = Type(24, bold=True, leading=1.6)
_UNDER = Type(13, MUTED, leading=1.7)
_NAME = Type(30, bold=True, leading=1.5)
_LONG_NAME = Type(20, bold=True, leading=1.5)
_FACT = Type(15, leading=1.75)
_LABEL = Type(15, MUTED, leading=1.75)
_HEADING = Type(15, MAIN, bold=True, leading=1.9)
_PHONE = Type(20, bold=True, leading=1.7)
_WHO = Type(17, leading=1.7 * 20 / 17)
_SMALL = Type(10.5, MUTED, leading=1.65)
_CODE = Type(16, bold=True, leading=1.6)
_CODE_LABEL = Type(12, MUTED, leading=1.6 * 16 / 12)

_QR, _PAD, _LABELS = 36.0, 9.0, 33.0
_MOST_CONTACTS = 4


@dataclass(frozen=True)
class CardContact:
    """Whom to ring: `who` with the relation, and the number as it may be shown."""

    who: str
    phone: str


@dataclass(frozen=True)
class CardPaper:
    """What a card says. `facts` are label and value, in the order printed; `check_url` must not carry the code."""

    title: str
    village: str
    name: str
    facts: tuple[tuple[str, str], ...]
    contacts: tuple[CardContact, ...]
    number: str
    check_code: str
    check_url: str
    made_at: datetime


def render_card(card: CardPaper, *, font: Font) -> bytes:
    """One A4 page; equal arguments give equal bytes. Raises FontMissing, CharacterNotPrintable."""
    sheet = Sheet(font, title=f"{card.title} {card.number}", footer=f"卡号 {card.number}", made_at=card.made_at)
    sheet.centred(card.title, _TITLE)
    sheet.centred(card.village, _UNDER)
    sheet.y += 5
    top, left, inside = sheet.y, LEFT + _PAD, WIDTH - 2 * _PAD
    sheet.y += 6
    name = _NAME if sheet.width_of(card.name, _NAME) <= inside else _LONG_NAME
    sheet.lines(_fitting(sheet, card.name, name, inside, 2), name, x=left)
    sheet.y += 1
    for label, value in card.facts:
        sheet.line(label, left, _LABEL)
        sheet.lines(_fitting(sheet, value, _FACT, inside - _LABELS, 2), _FACT, x=left + _LABELS)
    sheet.y += 4
    sheet.rule(x=left, width=inside)
    sheet.y += 3
    _contacts(sheet, card.contacts, left, inside)
    sheet.y += 4
    sheet.rule(x=left, width=inside)
    sheet.y += 5
    _check(sheet, card, left)
    sheet.y += 6
    sheet.frame(LEFT, top, WIDTH, sheet.y - top)
    return sheet.output()


def _contacts(sheet: Sheet, contacts: tuple[CardContact, ...], left: float, inside: float) -> None:
    sheet.lines(["有急事，按顺序打电话"], _HEADING, x=left)
    if not contacts:
        sheet.lines(["还没有登记紧急联系人，请找村民委员会"], _FACT, x=left)
    for place, contact in enumerate(contacts[:_MOST_CONTACTS], start=1):
        right = left + inside - sheet.width_of(contact.phone, _PHONE)
        sheet.line(contact.phone, right, _PHONE)
        sheet.lines(_fitting(sheet, f"{place}. {contact.who}", _WHO, right - left - 6, 1), _WHO, x=left)


def _fitting(sheet: Sheet, words: str, kind: Type, width: float, most: int) -> list[str]:
    """At most so many lines: a card is one page, whatever somebody is called."""
    lines = sheet.break_up(words, kind, width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while sheet.width_of(last + "…", kind) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def _check(sheet: Sheet, card: CardPaper, left: float) -> None:
    """The code to scan, and beside it what to type after scanning."""
    top = sheet.y
    sheet.picture(qr_code(card.check_url), left, top, _QR, _QR)
    x = left + _QR + 6
    for label, value in (("卡　号", card.number), ("核验码", card.check_code)):
        sheet.line(label, x, _CODE_LABEL)
        sheet.lines([value], _CODE, x=x + 18)
    made = f"{spoken_day(shanghai_day(card.made_at))}制卡。"
    words = f"{made}扫码后填核验码，就知道这张卡是不是真的、是不是最新的。卡上的内容变了，请找村民委员会换新卡。"
    sheet.lines(sheet.break_up(words, _SMALL, WIDTH - 2 * _PAD - _QR - 6), _SMALL, x=x)
    sheet.y = max(sheet.y, top + _QR)
