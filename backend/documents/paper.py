"""What goes onto paper: the agreed text, and the evidence of how it came to be agreed.

Words for people are given by the caller in Chinese; nothing here knows a feature's states.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Act:
    """One person's act upon the text.

    `what` says it in words (`签了字`, `当面表示同意`), `how` by what means (`在自己的手机上手写签名`), `standing` what
    the law makes of it. `picture` is JPEG or PNG, best at most 800 px a side, with `picture_caption` below it.
    `received_at` is given when the act was done offline and reached the server later. Times are aware.
    """

    who: str
    role: str
    what: str
    at: datetime
    how: str
    standing: str = ""
    witness: str = ""
    picture: bytes | None = None
    picture_caption: str = ""
    received_at: datetime | None = None


@dataclass(frozen=True)
class Filing:
    """报备: the record number, the committee that took the agreement in, who confirmed, and when."""

    number: str
    committee: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Evidence:
    """What the evidence page tells. `check_url` goes into the QR and must not carry `check_code`.

    `countersigned`: the committee signs the sealed file with its own certificate.
    """

    agreement_number: str
    acts: tuple[Act, ...]
    filing: Filing
    chain_head: bytes
    chain_length: int
    check_url: str
    check_code: str
    countersigned: bool = False


@dataclass(frozen=True)
class Paper:
    """One document to render: canonical bytes (`canonical_bytes`), and the moment written into the PDF as its date."""

    text: bytes
    made_at: datetime
