"""The sealed evidence bundle: everything needed to check a filed agreement without us, years later, in one file."""

import hashlib
from html import escape
from tempfile import SpooledTemporaryFile
from uuid import UUID

import msgspec

from backend.accounts.queries import names
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.checking import picture_uploads, record_of
from backend.agreements.errors import NotAParty, NotSealedYet
from backend.agreements.models import Agreement, Party
from backend.agreements.parties import places_of
from backend.agreements.queries import agreement as in_sight
from backend.agreements.queries import words
from backend.agreements.strength import STRENGTH_WORDS, Strength
from backend.divisions.models import Division
from backend.documents.keys import EvidenceKey
from backend.documents.reading import paragraphs
from backend.evidence import package
from backend.evidence.checking import told
from backend.evidence.package import BundleWriter
from backend.evidence.record import ActKept, Link, Record
from backend.evidence.words import IDENTITY, MEANS, clock_time, step
from backend.kit.kernel import Kernel
from backend.storage.errors import ObjectDamaged, ObjectMissing
from backend.storage.port import Storage
from backend.storage.uploads import read_picture

_IN_MEMORY = 8 * 1024 * 1024


async def bundle(kernel: Kernel, storage: Storage, evidence: EvidenceKey, *, agreement_id: UUID, by: Viewer) -> bytes:
    """The ZIP, the same bytes whenever nothing has changed; for its parties and the committee.

    Raises AgreementNotFound (also once the text is erased, its time being over), NotAParty, NotSealedYet.
    """
    by.require(Role.SUPPORTER, Role.CAREGIVER, Role.COMMITTEE)
    await in_sight(by.scope, agreement_id)
    agreement = await Agreement.get(id=agreement_id)
    if by.role is not Role.COMMITTEE and not await places_of(agreement, by.account_id):
        raise NotAParty
    kept = await words(kernel, agreement_id)
    if kept.pdf_key is None or agreement.number is None:
        raise NotSealedYet
    record = await record_of(kernel, agreement)
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as target:
        writer = BundleWriter(target)
        writer.add(package.SUMMARY, (await _summary(agreement, record, kept.text)).encode())
        writer.add(package.PDF, await storage.get(kept.pdf_key, aad=kept.pdf_key))
        writer.add(package.TEXT, kept.text)
        writer.add(package.RECORD, msgspec.json.format(msgspec.json.encode(record)))
        writer.add(package.CERTIFICATES, evidence.trusted_pem + b"".join(evidence.chain_pem))
        written = set()
        for upload in await picture_uploads(agreement):
            try:
                picture = await read_picture(storage, upload.key, small=False)
            except (ObjectMissing, ObjectDamaged):
                # Left out, so that whoever checks the bundle is told so.
                continue
            digest = hashlib.sha256(picture).hexdigest()
            if digest not in written:
                written.add(digest)
                writer.add(package.picture_name(digest), picture)
        writer.close(str(agreement.id), agreement.number, evidence.sign)
        target.seek(0)
        return target.read()


async def _summary(agreement: Agreement, record: Record, text: bytes) -> str:
    """For people: the text, who did what, when, how, and what the law makes of it."""
    village = await Division.get(id=agreement.village_id)
    people = {str(id_): name for id_, name in (await names(_accounts(record))).items()}
    parties = {str(party.id): party.name for party in await Party.filter(agreement_id=agreement.id)}
    acts = {act.link: act for act in record.acts}
    witnesses = {act.told.get("attests"): act.told.get("witness") or "" for act in record.acts}
    rows = "".join(_row(link, acts.get(link.number), {**people, **parties}, witnesses) for link in record.links)
    agreed = "".join(f"<p>{escape(line)}</p>" for line in paragraphs(text))
    return _PAGE.format(number=escape(record.number or ""), village=escape(village.name), rows=rows, text=agreed)


def _accounts(record: Record) -> list[UUID]:
    return [link.actor for link in record.links if link.actor]


def _row(link: Link, act: ActKept | None, names_by_id: dict[str, str], witnesses: dict[str | None, str]) -> str:
    said = told(link).get("act") or {}
    who = names_by_id.get(str(said.get("party"))) or names_by_id.get(str(link.actor)) or "平台"
    caught = names_by_id.get(str(said.get("captured_by")), "")
    how = [IDENTITY.get(str(said.get("identity")), ""), MEANS.get(str(said.get("means")), "")]
    how += [f"由{caught}在其手机上记下" if caught else "", f"见证人：{said['witness']}" if said.get("witness") else ""]
    how += [f"原话：{act.words}" if act and act.words else "", _marks(link, act)]
    pictures = [
        f'<img src="{package.picture_name(said[name])}" alt="{word}">'
        for name, word in (("signature", "签名"), ("photo", "照片"))
        if said.get(name)
    ]
    standing = STRENGTH_WORDS[Strength(said["strength"])] if said.get("strength") else ""
    witness = witnesses.get(str(said.get("id")), "") if said else ""
    cells = (
        str(link.number),
        clock_time(link.at),
        who,
        step(link.tag),
        "；".join(filter(None, how)),
        witness,
        standing,
    )
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + f"<td>{''.join(pictures)}</td></tr>\n"


def _marks(link: Link, act: ActKept | None) -> str:
    if link.erased:
        return "内容已依法删除"
    if act is None:
        return ""
    return "作废" if act.void else "存疑：当时用的手机已经报失" if act.doubtful else ""


_PAGE = """<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>{number}</title>
<style>body{{font:16px/1.6 sans-serif;margin:2em}}td,th{{border:1px solid #999;padding:.3em .5em;vertical-align:top}}
table{{border-collapse:collapse}}img{{max-width:10em;max-height:8em}}</style>
<h1>协议存证说明</h1>
<p>协议编号 {number}，报备于{village}村民委员会。本页只供阅读；真伪以存证包里的记录和签名为准，
用 python -m backend.evidence check 可以在任何电脑上核对，不需要联网。</p>
<h2>办理经过</h2>
<table><tr><th>步</th><th>时间（北京时间）</th><th>谁</th><th>做了什么</th><th>怎样做的</th><th>见证人</th><th>法律上的性质</th>
<th>图片</th></tr>
{rows}</table>
<h2>协议正文</h2>
{text}
</html>
"""
