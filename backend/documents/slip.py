"""The PDF of a visitor's notice (R061): one large sheet for the elder's wall, below it a receipt to cut off.

Pure; like `render`, call it in a thread.
"""

from dataclasses import dataclass
from datetime import datetime

from backend.documents.font import Font
from backend.documents.render import spoken_day
from backend.documents.sheet import LEFT, MUTED, WIDTH, Sheet, Type
from backend.kit.clock import shanghai_day

_TITLE = Type(26, bold=True, leading=1.6)
_UNDER = Type(14, MUTED, leading=1.7)
_WORDS = Type(18, leading=1.75)
_LABEL = Type(18, MUTED, leading=2.2)
_NAME = Type(34, bold=True, leading=2.2 * 18 / 34)
_SMALL = Type(12, MUTED, leading=1.7)
_FIELD = Type(14, leading=2.1)

_PAD, _LABELS, _RECEIPT = 8.0, 40.0, 190.0
_DAY = "　　　　年　　月　　日"
_LINE = "＿＿＿＿＿＿＿＿"


@dataclass(frozen=True)
class Slip:
    """Who visits whom since when; `phone` None leaves a line to write it on. `before` was the visitor until then."""

    elder: str
    village: str
    visitor: str
    kind: str
    phone: str | None
    before: str | None
    since: datetime
    supporters: tuple[str, ...]


def render_slip(slip: Slip, *, font: Font) -> bytes:
    """One A4 page; equal arguments give equal bytes. Raises FontMissing, CharacterNotPrintable."""
    sheet = Sheet(font, title=f"探访人告知书 {slip.elder}", footer=f"{slip.village}村民委员会", made_at=slip.since)
    sheet.centred("探访人告知书", _TITLE)
    sheet.centred(f"{slip.village}村民委员会", _UNDER)
    sheet.y += 6
    sheet.lines(sheet.break_up(f"{slip.elder}老人：", _WORDS, WIDTH), _WORDS)
    since = spoken_day(shanghai_day(slip.since))
    changed = f"（原来是{slip.before}）" if slip.before else ""
    sheet.lines(sheet.break_up(f"从{since}起，定期来看您的人是{changed}：", _WORDS, WIDTH), _WORDS)
    sheet.y += 3
    _visitor(sheet, slip)
    sheet.y += 5
    words = "有事随时打这个电话。换人时村委会会再送一份告知书；不认识的人上门，请先打电话问村委会。"
    sheet.lines(sheet.break_up(words, _WORDS, WIDTH), _WORDS)
    _receipt(sheet, slip)
    return sheet.output()


def _visitor(sheet: Sheet, slip: Slip) -> None:
    top = sheet.y
    sheet.y += 4
    for label, value in (("姓　　名", slip.visitor), ("身　　份", slip.kind), ("联系电话", slip.phone or _LINE)):
        sheet.line(label, LEFT + _PAD, _LABEL)
        lines = sheet.break_up(value, _NAME, WIDTH - _LABELS - 2 * _PAD)
        sheet.lines(lines, _NAME, x=LEFT + _PAD + _LABELS)
    sheet.y += 4
    sheet.frame(LEFT, top, WIDTH, sheet.y - top)


def _receipt(sheet: Sheet, slip: Slip) -> None:
    """What the committee keeps: who got it, from whom, before whom."""
    sheet.y = max(sheet.y + 8, _RECEIPT)
    sheet.rule()
    sheet.y += 2
    sheet.centred("送达回执（沿上线剪下，村委会留存）", _SMALL)
    sheet.lines([f"老人：{slip.elder}　　签名或指印：{_LINE}"], _FIELD)
    sheet.lines([f"送达人：{_LINE}　　见证人：{_LINE}"], _FIELD)
    sheet.lines([f"送达日期：{_DAY}"], _FIELD)
    if slip.supporters:
        family = f"同时告知家属：{'、'.join(slip.supporters)}"
        sheet.lines(sheet.break_up(family, _SMALL, WIDTH), _SMALL)
