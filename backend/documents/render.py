"""The PDF of an agreement: the agreed text, then the evidence page.

Pure, and some CPU: call it in a thread (`await asyncio.to_thread(render, ...)`).
"""

from datetime import date, datetime
from io import BytesIO

import segno

from backend.documents.canonical import AgreementText, Clause, Party, read_canonical, text_hash
from backend.documents.font import Font
from backend.documents.paper import Act, Evidence, Paper
from backend.documents.sheet import LEFT, MAIN, MUTED, WIDTH, Sheet, Type
from backend.kit.clock import SHANGHAI

_TITLE = Type(23, bold=True, leading=1.6)
_HEADING = Type(13.5, MAIN, bold=True)
_NAME = Type(14, bold=True)
_ROLE = Type(12.5, MUTED, leading=_NAME.leading * 14 / 12.5)
_BODY = Type(12.5)
_LABEL = Type(12.5, MUTED)
_SMALL = Type(10.5, MUTED, leading=1.6)
_WHO = Type(13, bold=True, leading=1.6)
_ROW = Type(11.5, leading=1.52)
_ROW_LABEL = Type(11.5, MUTED, leading=1.52)
_CODE = Type(22, bold=True, leading=1.5)
_CODE_LABEL = Type(12, MUTED, leading=1.5 * 22 / 12)

_LABELS = 22.0
_ACT_LABELS = 17.0
_PICTURE_WIDTH, _PICTURE_HEIGHT = 46.0, 26.0
_QR = 38.0

SEAL_STATEMENT = (
    "本文件用云团圆平台的存证密钥封存，用来查明封存以后有没有被改动。"
    "这个电子封存不是公章，也不代表村民委员会或者任何机关盖章；各方的同意，以上面记下的每一步为准。"
)

COUNTERSIGNED_STATEMENT = "村民委员会另外用自己的证书在本文件上签了名，在阅读软件的签名栏里可以看到。"


def render(paper: Paper, evidence: Evidence | None, *, font: Font) -> bytes:
    """The PDF of `paper`; without `evidence` a reading copy that says it is not yet filed.

    Equal arguments give equal bytes. Raises TextNotCanonical, FontMissing,
    CharacterNotPrintable, PictureNotPrintable.
    """
    text = read_canonical(paper.text)
    fingerprint = text_hash(paper.text)
    sheet = Sheet(font, title=text.title, footer=f"正文指纹 {fingerprint[:16]}", made_at=paper.made_at)
    agreed_text(sheet, text)
    if evidence is None:
        sheet.y += 6
        sheet.lines(sheet.break_up("阅读稿：还没有报备，不作为凭证。", _LABEL, WIDTH), _LABEL)
    else:
        sheet.new_page()
        _evidence(sheet, evidence, fingerprint)
    return sheet.output()


def spoken_day(day: date) -> str:
    """`2026年3月1日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def spoken_moment(at: datetime) -> str:
    """`2026年3月1日 20:15`, Shanghai time."""
    local = at.astimezone(SHANGHAI)
    return f"{spoken_day(local.date())} {local:%H:%M}"


def chinese_number(n: int) -> str:
    """1 to 99 in Chinese numerals, as articles are counted."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(n, 10)
    head = "" if not tens else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones or not tens else "")


def agreed_text(sheet: Sheet, text: AgreementText) -> None:
    """The text itself, from the title to the last article."""
    sheet.centred(text.title, _TITLE)
    sheet.y += 2
    sheet.rule(x=LEFT + WIDTH / 2 - 12, width=24, colour=MAIN, thick=0.7)
    sheet.y += 6
    for party in text.parties:
        _party(sheet, party)
    _dates(sheet, text)
    for number, clause in enumerate(text.clauses, start=1):
        _clause(sheet, number, clause)


def _party(sheet: Sheet, party: Party) -> None:
    sheet.keep_together(_NAME.line * 2)
    lead = sheet.width_of(party.role + "　", _ROLE)
    sheet.line(party.role, LEFT, _ROLE)
    names = sheet.break_up(party.name, _NAME, WIDTH - lead)
    sheet.lines(names, _NAME, x=LEFT + lead)
    _particulars(sheet, [f"{label}：{value}" for label, value in party.details])
    sheet.y += 2.5


def _particulars(sheet: Sheet, items: list[str]) -> None:
    """Two to a line where both are short, else a line (or more) each."""
    half = WIDTH / 2
    while items:
        pair = items[:2]
        sheet.keep_together(_BODY.line)
        if len(pair) == 2 and all(sheet.width_of(item, _BODY) < half - 4 for item in pair):
            sheet.line(pair[0], LEFT, _BODY)
            sheet.line(pair[1], LEFT + half, _BODY)
            sheet.y += _BODY.line
            items = items[2:]
        else:
            sheet.lines(sheet.break_up(pair[0], _BODY, WIDTH), _BODY)
            items = items[1:]


def _dates(sheet: Sheet, text: AgreementText) -> None:
    end = f"至{spoken_day(text.ends_on)}止" if text.ends_on else "到下面约定的情形出现时止"
    sheet.keep_together(_BODY.line * 2)
    sheet.rule()
    sheet.y += 2.5
    sheet.paragraph(f"协议期限：从{spoken_day(text.starts_on)}起，{end}。", _BODY)
    sheet.paragraph(f"拟定日期：{spoken_day(text.drafted_on)}。", _BODY)
    sheet.y += 1.5


def _clause(sheet: Sheet, number: int, clause: Clause) -> None:
    sheet.y += 2.5
    heading = sheet.break_up(f"第{chinese_number(number)}条　{clause.heading}", _HEADING, WIDTH)
    indent = sheet.width_of("一一", _BODY)
    beginnings = [_BODY.line * _held_together(sheet, paragraph, indent) for paragraph in clause.paragraphs]
    sheet.keep_together(_HEADING.line * len(heading) + max(beginnings[:1], default=0))
    sheet.lines(heading, _HEADING)
    for paragraph, beginning in zip(clause.paragraphs, beginnings, strict=True):
        sheet.keep_together(beginning)
        sheet.paragraph(paragraph, _BODY, indent=indent)


def _held_together(sheet: Sheet, paragraph: str, indent: float) -> int:
    """How many lines stay on one page from its beginning: what announces a list stays with the list's first line."""
    lines = len(sheet.break_up(paragraph, _BODY, WIDTH, indent))
    return min(lines, 4) + 1 if paragraph.endswith("：") else min(lines, 2)


def _evidence(sheet: Sheet, evidence: Evidence, fingerprint: str) -> None:
    sheet.centred("证据页", _TITLE)
    sheet.centred("这份协议是谁、在什么时候、怎样同意的", _LABEL)
    sheet.y += 4
    _record(sheet, evidence, fingerprint)
    sheet.y += 3
    sheet.lines(["每一步（北京时间）"], _HEADING)
    sheet.y += 1
    for act in evidence.acts:
        _act(sheet, act)
    told = SEAL_STATEMENT + (COUNTERSIGNED_STATEMENT if evidence.countersigned else "")
    statement = sheet.break_up(told, _SMALL, WIDTH)
    sheet.keep_together(_SMALL.line * len(statement))
    sheet.lines(statement, _SMALL)


def _record(sheet: Sheet, evidence: Evidence, fingerprint: str) -> None:
    """Numbers, filing and fingerprints; beside them the code to scan, so that checking starts on the first glance."""
    filing, top, width = evidence.filing, sheet.y, WIDTH - _QR - 6
    left = LEFT + WIDTH - _QR
    sheet.picture(qr_code(evidence.check_url), left, top, _QR, _QR)
    for at, caption in enumerate(("扫码后填核验码", "查真假")):
        sheet.y = top + _QR + at * _SMALL.line
        sheet.line(caption, left + (_QR - sheet.width_of(caption, _SMALL)) / 2, _SMALL)
    foot, sheet.y = sheet.y + _SMALL.line, top
    sheet.line("核验码", LEFT, _CODE_LABEL)
    sheet.lines([evidence.check_code], _CODE, x=LEFT + _LABELS)
    for label, value in (
        ("查验网址", evidence.check_url),
        ("协议编号", evidence.agreement_number),
        ("报备编号", filing.number),
        ("报备时间", spoken_moment(filing.at)),
        ("接受报备", f"{filing.committee}，经办人{filing.by}"),
        ("正文指纹", _in_groups(fingerprint[:32])),
        ("", _in_groups(fingerprint[32:])),
        ("经过记录", f"共 {evidence.chain_length} 条，末条指纹 {evidence.chain_head.hex()[:16]}"),
    ):
        _row(sheet, label, value, LEFT, width)
    sheet.y = max(sheet.y, foot)


def _row(sheet: Sheet, label: str, value: str, x: float, width: float) -> None:
    lines = sheet.break_up(value, _ROW, width - _LABELS)
    sheet.keep_together(_ROW.line * len(lines))
    sheet.line(label, x, _ROW_LABEL)
    sheet.lines(lines, _ROW, x=x + _LABELS)


def _act(sheet: Sheet, act: Act) -> None:
    """One step in a frame, never split over two pages."""
    late = f"当时没有网络，{spoken_moment(act.received_at)} 传到平台" if act.received_at else ""
    rows = [
        ("时间", spoken_moment(act.at)),
        ("方式", act.how),
        ("见证人", act.witness),
        ("补传", late),
        ("效力", act.standing),
    ]
    rows = [(label, value) for label, value in rows if value]
    inside = WIDTH - 8 - (_PICTURE_WIDTH + 4 if act.picture else 0)
    who = sheet.break_up(f"{act.who}（{act.role}）{act.what}", _WHO, inside)
    texts = [(label, sheet.break_up(value, _ROW, inside - _ACT_LABELS)) for label, value in rows]
    height = _WHO.line * len(who) + _ROW.line * sum(len(lines) for _, lines in texts)
    height = max(height, _PICTURE_HEIGHT + _SMALL.line if act.picture else 0) + 5
    sheet.keep_together(height + 3)
    top = sheet.y
    sheet.frame(LEFT, top, WIDTH, height)
    sheet.y += 2.5
    sheet.lines(who, _WHO, x=LEFT + 4)
    for label, lines in texts:
        sheet.line(label, LEFT + 4, _ROW_LABEL)
        sheet.lines(lines, _ROW, x=LEFT + 4 + _ACT_LABELS)
    if act.picture:
        _picture(sheet, act.picture, act.picture_caption, top + 2.5)
    sheet.y = top + height + 3


def _picture(sheet: Sheet, picture: bytes, caption: str, top: float) -> None:
    left = LEFT + WIDTH - _PICTURE_WIDTH - 2.5
    sheet.picture(picture, left, top, _PICTURE_WIDTH, _PICTURE_HEIGHT)
    sheet.y = top + _PICTURE_HEIGHT
    sheet.line(caption, left + (_PICTURE_WIDTH - sheet.width_of(caption, _SMALL)) / 2, _SMALL)


def qr_code(url: str) -> bytes:
    """The code to scan, as PNG."""
    picture = BytesIO()
    segno.make_qr(url, error="m").save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()


def _in_groups(digits: str) -> str:
    """Hexadecimal digits eight at a time, so that two sheets can be compared by eye."""
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))
