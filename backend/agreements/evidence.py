"""Acts as evidence: what was done upon which text, how it was known by whom, as a row and as a link of the chain.

The link's payload tells the same as the row and names every picture by its SHA-256, so that whoever edits either is
found by comparing them (电子签名法 art. 5, 8).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.accounts.models import Account, Session
from backend.accounts.rules import SignInWay
from backend.accounts.viewer import Viewer
from backend.agreements.errors import SignatureNotFound
from backend.agreements.models import Act, Agreement
from backend.agreements.moving import note
from backend.agreements.rules import ActKind, Means, PartyRole, ReadBy
from backend.agreements.strength import Done, Identity, strength
from backend.audit.tags import Tag
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.profiles.rules import DecisionCapacity
from backend.storage.models import Upload
from backend.storage.uploads import take_up

Stroke = tuple[tuple[int, int, int], ...]
"""Points of one stroke of handwriting: x and y in pixels of the pad, milliseconds since the first."""


class Device(msgspec.Struct, frozen=True):
    """What the client tells of the device it runs on."""

    model: str
    system: str
    client: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAct:
    """One act to write down. `caught`: on the phone of who sits beside the elder; the act is then not its owner's.

    `done_at` is the phone's own time, None for now.
    """

    kind: ActKind
    text_hash: str
    means: Means
    role: PartyRole | None = None
    party_id: UUID | None = None
    caught: bool = False
    signature_id: UUID | None = None
    photo_id: UUID | None = None
    strokes: Sequence[Stroke] = ()
    words: str = ""
    device: Device | None = None
    capacity: DecisionCapacity | None = None
    read_by: ReadBy | None = None
    witness: str | None = None
    attests_id: UUID | None = None
    done_at: datetime | None = None
    void: bool = False


TAGS = {
    ActKind.VIEW: Tag.AGREEMENT_VIEWED,
    ActKind.SIGN: Tag.AGREEMENT_SIGNED,
    ActKind.ACCEPT: Tag.AGREEMENT_ACCEPTED,
    ActKind.CONSENT: Tag.AGREEMENT_CONSENTED,
    ActKind.POSTPONE: Tag.AGREEMENT_POSTPONED,
    ActKind.REFUSE: Tag.AGREEMENT_REFUSED,
    ActKind.WITNESS: Tag.AGREEMENT_WITNESSED,
    ActKind.HAND_IN: Tag.AGREEMENT_HANDED_IN,
    ActKind.RETURN: Tag.AGREEMENT_RETURNED,
    ActKind.CONFIRM: Tag.AGREEMENT_FILED,
    ActKind.DECLINE: Tag.AGREEMENT_DECLINED,
    ActKind.PAPER: Tag.AGREEMENT_PAPER_ADDED,
}


async def write_act(kernel: Kernel, agreement: Agreement, act: NewAct, by: Viewer, **told: object) -> UUID:
    """Keep `act` as a row and as a link that tells `told` too, in the caller's transaction; its id.

    Pictures must be uploads of the viewer's. Raises SignatureNotFound.
    """
    act_id, now = uuid7(), kernel.clock.now()
    for upload_id in (act.signature_id, act.photo_id):
        await _take_up(upload_id, agreement, by)
    own = not act.caught
    row = Act(
        id=act_id,
        agreement_id=agreement.id,
        kind=act.kind,
        role=act.role,
        party_id=act.party_id,
        account_id=by.account_id if own else None,
        identity=await identity_of(by) if own else Identity.IN_PERSON,
        text_hash=act.text_hash,
        means=act.means,
        signature_id=act.signature_id,
        photo_id=act.photo_id,
        strokes=_sealed(kernel, "strokes", act_id, msgspec.json.encode(act.strokes) if act.strokes else b""),
        words=_sealed(kernel, "words", act_id, act.words.strip().encode()),
        device=_sealed(kernel, "device", act_id, msgspec.json.encode(act.device) if act.device else b""),
        capacity=act.capacity,
        read_by=act.read_by,
        witness=act.witness,
        attests_id=act.attests_id,
        captured_by=None if own else by.account_id,
        done_at=min(act.done_at or now, now),
        received_at=now,
        void=act.void,
    )
    evidence = await evidence_of(kernel, row)
    tag = Tag.AGREEMENT_VOID_EVIDENCE if act.void else TAGS[act.kind]
    row.link = await note(kernel, agreement.id, tag, by.actor, act=evidence, **told)
    await row.save(force_create=True)
    return act_id


async def evidence_of(kernel: Kernel, act: Act) -> dict[str, Any]:
    """What the chain's link tells of an act: ids, enums, times and hashes, the witness by name; as it was when done."""
    return {
        "id": act.id,
        "kind": act.kind,
        "role": act.role,
        "party": act.party_id,
        "account": act.account_id,
        "identity": act.identity,
        "text": act.text_hash,
        "means": act.means,
        "strength": strength(msgspec.structs.replace(done_of(act), doubtful=False)),
        "signature": await _picture_hash(act.signature_id),
        "photo": await _picture_hash(act.photo_id),
        "strokes": _hash(kernel, act, "strokes"),
        "words": _hash(kernel, act, "words"),
        "device": _hash(kernel, act, "device"),
        "capacity": act.capacity,
        "read_by": act.read_by,
        "witness": act.witness,
        "attests": act.attests_id,
        "captured_by": act.captured_by,
        "done_at": act.done_at.timestamp(),
        "received_at": act.received_at.timestamp(),
    }


async def write_witness(
    kernel: Kernel, agreement: Agreement, *, seen: NewAct, seen_id: UUID, name: str, by: Viewer
) -> None:
    """Who saw the elder do `seen` attests it, as an act of its own."""
    witness = NewAct(
        kind=ActKind.WITNESS,
        text_hash=seen.text_hash,
        means=Means.PAPER if seen.means is Means.PAPER else Means.TAP,
        role=PartyRole.WITNESS,
        caught=True,
        witness=name.strip(),
        attests_id=seen_id,
        done_at=seen.done_at,
        void=seen.void,
    )
    await write_act(kernel, agreement, witness, by)


async def void_consent(agreement: Agreement) -> list[UUID]:
    """The elder's consent no longer holds, nor what a witness attests of it, nor that it was handed in; their ids."""
    said = await Act.filter(agreement_id=agreement.id, kind__in=[ActKind.CONSENT, ActKind.HAND_IN], void=False)
    seen = await Act.filter(agreement_id=agreement.id, attests_id__in=[act.id for act in said], void=False)
    ids = [act.id for act in (*said, *seen)]
    await Act.filter(id__in=ids).update(void=True)
    return ids


def done_of(act: Act) -> Done:
    """What decides the act's strength, as it was when done."""
    return Done(
        kind=act.kind,
        means=act.means,
        identity=act.identity or Identity.WECHAT,
        on_own_phone=act.captured_by is None,
        doubtful=act.doubtful,
    )


async def identity_of(by: Viewer) -> Identity:
    """How it is known who this viewer is."""
    session = await Session.get_or_none(id=by.session_id)
    account = await Account.get(id=by.account_id)
    if session is not None and session.channel is not SignInWay.WECHAT:
        return Identity.OFFICE
    return Identity.WECHAT_PHONE if account.phone_verified_at else Identity.WECHAT


def _sealed(kernel: Kernel, column: str, act_id: UUID, plain: bytes) -> bytes | None:
    return kernel.keys.encrypt(plain, f"acts|{column}|{act_id}") if plain else None


def _hash(kernel: Kernel, act: Act, column: str) -> str | None:
    kept = getattr(act, column)
    if not kept:
        return None
    return hashlib.sha256(kernel.keys.decrypt(bytes(kept), f"acts|{column}|{act.id}")).hexdigest()


async def _picture_hash(upload_id: UUID | None) -> str | None:
    return (await Upload.get(id=upload_id)).sha256 if upload_id else None


async def _take_up(upload_id: UUID | None, agreement: Agreement, by: Viewer) -> None:
    if upload_id is None:
        return
    if not await take_up(upload_id=upload_id, account_id=by.account_id, elder_id=agreement.elder_id):
        raise SignatureNotFound(field="signature_id")
