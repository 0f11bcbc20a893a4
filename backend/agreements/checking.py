"""An agreement's evidence as the database and the store have it, and the first thing wrong with it."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from backend.agreements.evidence import TAGS, evidence_of
from backend.agreements.models import Act, Agreement
from backend.audit.models import AuditEvent, SignedHead
from backend.audit.tags import Tag
from backend.evidence.checking import Finding, first_fault
from backend.evidence.record import ActKept, Head, Link, Record
from backend.kit.kernel import Kernel
from backend.kit.secrets import CannotDecrypt
from backend.storage.errors import ObjectDamaged, ObjectMissing
from backend.storage.models import Upload
from backend.storage.port import Storage
from backend.storage.uploads import read_picture

NOT_READABLE = ""
"""Stands for a payload that no longer opens: it fits no commitment."""


async def check_agreement(
    kernel: Kernel, storage: Storage, certificates: Sequence[bytes], agreement: Agreement
) -> Finding | None:
    """The first bad act or step of the agreement; None when chain, rows, pictures and signed heads all agree.

    `certificates`: PEM, one each, of the evidence keys trusted.
    """
    record = await record_of(kernel, agreement)
    return first_fault(record, await _pictures_there(storage, await picture_uploads(agreement)), certificates)


async def record_of(kernel: Kernel, agreement: Agreement) -> Record:
    """The agreement's chain, signed heads and acts, opened."""
    events = await AuditEvent.filter(subject_id=agreement.id).order_by("number")
    heads = await SignedHead.filter(subject_id=agreement.id).order_by("number", "id")
    acts = await Act.filter(agreement_id=agreement.id).order_by("received_at", "id")
    text = kernel.keys.decrypt(bytes(agreement.text), f"agreements|text|{agreement.id}")
    # What is kept is hashed anew: a text changed behind its hash shows.
    present = hashlib.sha256(text).hexdigest() if text else agreement.text_hash
    return Record(
        agreement=agreement.id,
        number=agreement.number,
        text_hash=present,
        pdf_sha256=agreement.pdf_sha256,
        links=[_link(kernel, event) for event in events],
        heads=[
            Head(number=head.number, link=bytes(head.link), at=head.at, signature=bytes(head.signature))
            for head in heads
        ],
        acts=[await _act(kernel, act) for act in acts],
        erased=not text,
    )


def _link(kernel: Kernel, event: AuditEvent) -> Link:
    return Link(
        number=event.number,
        at=event.at,
        actor=event.actor_id,
        role=event.role,
        tag=event.tag,
        payload=_opened(kernel, event) if event.payload is not None else None,
        salt=bytes(event.salt) if event.salt is not None else None,
        commitment=bytes(event.commitment),
        previous=bytes(event.previous),
        link=bytes(event.link),
    )


def _opened(kernel: Kernel, event: AuditEvent) -> str:
    try:
        return kernel.keys.decrypt(bytes(event.payload or b""), f"audit_events|payload|{event.id}").decode()
    except (CannotDecrypt, UnicodeDecodeError):
        return NOT_READABLE


async def _act(kernel: Kernel, act: Act) -> ActKept:
    try:
        told: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(await evidence_of(kernel, act)))
        words = kernel.keys.decrypt(bytes(act.words), f"acts|words|{act.id}").decode() if act.words else None
    except CannotDecrypt:
        # Whoever wrote into an encrypted column made it something that says nothing.
        told, words = {"id": str(act.id)}, None
    tag = Tag.AGREEMENT_VOID_EVIDENCE if act.link is None and act.void else TAGS[act.kind]
    return ActKept(link=act.link, tag=tag, void=act.void, doubtful=act.doubtful, told=told, words=words)


async def picture_uploads(agreement: Agreement) -> list[Upload]:
    """Every picture an act of the agreement names, once each, in order."""
    acts = await Act.filter(agreement_id=agreement.id)
    wanted = {picture for act in acts for picture in (act.signature_id, act.photo_id) if picture}
    return await Upload.filter(id__in=list(wanted)).order_by("sha256")


async def _pictures_there(storage: Storage, uploads: Sequence[Upload]) -> set[str]:
    """SHA-256 of what lies in the store, one picture at a time."""
    there = set()
    for upload in uploads:
        try:
            there.add(hashlib.sha256(await read_picture(storage, upload.key, small=False)).hexdigest())
        except (ObjectMissing, ObjectDamaged):
            continue
    return there
