"""The agreed text as bytes: what is hashed is what people sign (电子签名法 art. 5; design decision 6).

One line per item, fields parted by tabs, so that the bytes can be read by anyone with a text editor and two
different texts never give the same bytes:

    cloud-reunion agreement text 1
    范本⇥care/1
    标题⇥委托照顾协议
    拟定⇥2026-03-01
    起⇥2026-03-01
    止⇥2027-02-28            (left empty when the end is an event named in a clause)
    当事人⇥委托人⇥王建国
    资料⇥现住址⇥…            (of the party above)
    条⇥照顾的事项
    款⇥…                     (of the clause above)

UTF-8, NFC, LF, a line feed at the end. No agreement number and no acts: those come after the text is final.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date

from backend.documents.errors import TextHasHiddenCharacters, TextNotCanonical

HEADER = "cloud-reunion agreement text 1"

# Invisible joiners and marks that ride along with pasted text and mean nothing in it.
_PASTE_DUST = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@dataclass(frozen=True)
class Party:
    """One party as printed: the role's Chinese name, the person's name, labelled particulars in order."""

    role: str
    name: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Clause:
    """One article; its number is its place. Paragraphs are printed as given."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class AgreementText:
    """The whole agreed text. `ends_on` is None when a clause names an event instead of a day."""

    template: str
    title: str
    drafted_on: date
    starts_on: date
    ends_on: date | None
    parties: tuple[Party, ...]
    clauses: tuple[Clause, ...]


def canonical_bytes(text: AgreementText) -> bytes:
    """The one byte form of `text`; spelling variants of the same text (CRLF, NFD, stray blanks) give equal bytes.

    Raises TextHasHiddenCharacters, its `field` naming the part.
    """
    lines = [
        (HEADER,),
        ("范本", _line(text.template, "template")),
        ("标题", _line(text.title, "title")),
        ("拟定", text.drafted_on.isoformat()),
        ("起", text.starts_on.isoformat()),
        ("止", text.ends_on.isoformat() if text.ends_on else ""),
    ]
    for at, party in enumerate(text.parties):
        where = f"parties[{at}]"
        lines.append(("当事人", _line(party.role, where), _line(party.name, where)))
        lines += [("资料", _line(label, where), _line(value, where)) for label, value in party.details]
    for at, clause in enumerate(text.clauses):
        where = f"clauses[{at}]"
        lines.append(("条", _line(clause.heading, where)))
        lines += [("款", part) for paragraph in clause.paragraphs for part in _paragraphs(paragraph, where)]
    return "".join("\t".join(fields) + "\n" for fields in lines).encode()


def text_hash(canonical: bytes) -> str:
    """SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(canonical).hexdigest()


def read_canonical(canonical: bytes) -> AgreementText:
    """The text whose canonical bytes these are. Raises TextNotCanonical for any other bytes."""
    try:
        text = _read([line.split("\t") for line in canonical.decode().removesuffix("\n").split("\n")])
        if canonical_bytes(text) != canonical:
            raise TextNotCanonical
    except (ValueError, IndexError, TextHasHiddenCharacters):
        raise TextNotCanonical from None
    return text


def _read(rows: list[list[str]]) -> AgreementText:
    parties: list[Party] = []
    clauses: list[Clause] = []
    for tag, *fields in rows[6:]:
        match tag, fields:
            case "当事人", [role, name]:
                parties.append(Party(role, name))
            case "资料", [label, value]:
                last = parties.pop()
                parties.append(Party(last.role, last.name, (*last.details, (label, value))))
            case "条", [heading]:
                clauses.append(Clause(heading, ()))
            case "款", [paragraph]:
                article = clauses.pop()
                clauses.append(Clause(article.heading, (*article.paragraphs, paragraph)))
            case _:
                raise TextNotCanonical
    ends_on = rows[5][1]
    return AgreementText(
        template=rows[1][1],
        title=rows[2][1],
        drafted_on=date.fromisoformat(rows[3][1]),
        starts_on=date.fromisoformat(rows[4][1]),
        ends_on=date.fromisoformat(ends_on) if ends_on else None,
        parties=tuple(parties),
        clauses=tuple(clauses),
    )


def _paragraphs(words: str, where: str) -> list[str]:
    """One line for each line of `words` that says something."""
    return [line for part in words.splitlines() if (line := _line(part, where))]


def _line(words: str, where: str) -> str:
    """NFC, one blank for any run of white space, none at the ends, nothing invisible."""
    line = " ".join(unicodedata.normalize("NFC", words.translate(_PASTE_DUST)).split())
    if any(_hidden(character) for character in line):
        raise TextHasHiddenCharacters(field=where)
    return line


def _hidden(character: str) -> bool:
    category = unicodedata.category(character)
    # Names use ideographs newer than this Python's character tables; planes 2 and 3 are theirs.
    return category.startswith("C") and not (category == "Cn" and 0x20000 <= ord(character) < 0x3FFFE)
