"""What whoever has the database may do to an agreement's evidence, with its keys but without the evidence key."""

from typing import Any

import msgspec

from backend.agreements.models import Act
from backend.agreements.rules import ActKind
from backend.audit.chain import GENESIS, Link, commit, link_hash
from backend.audit.models import AuditEvent, ChainHead
from tests.factories.agreements import Household


async def event(home: Household, number: int) -> AuditEvent:
    return await AuditEvent.get(subject_id=home.agreement_id, number=number)


async def change_act(home: Household, kind: ActKind, **changes: Any) -> None:
    assert await Act.filter(agreement_id=home.agreement_id, kind=kind).update(**changes)


async def change_event(home: Household, number: int, /, **changes: Any) -> None:
    assert await AuditEvent.filter(subject_id=home.agreement_id, number=number).update(**changes)


async def write_payload(home: Household, number: int, payload: object) -> bytes:
    """As whoever has the database and its keys can; what it says now."""
    at, plain = await event(home, number), msgspec.json.encode(payload, order="sorted")
    sealed = home.world.kernel.keys.encrypt(plain, f"audit_events|payload|{at.id}")
    await change_event(home, number, payload=sealed)
    return plain


async def cut(home: Household, last_number: int) -> None:
    """Take the links after that one away, and put the head there."""
    await AuditEvent.filter(subject_id=home.agreement_id, number__gt=last_number).delete()
    last = await event(home, last_number)
    await ChainHead.filter(subject_id=home.agreement_id).update(number=last.number, link=last.link)


async def swap(home: Household, one: int, other: int) -> None:
    for before, after in ((one, 99), (other, one), (99, other)):
        await change_event(home, before, number=after)


async def recompute(home: Household) -> None:
    """Everything the database can be made to say, made to say it: the elder consented at another's hand."""
    row = await Act.get(agreement_id=home.agreement_id, kind=ActKind.CONSENT)
    await change_act(home, ActKind.CONSENT, captured_by=home.secretary.viewer.account_id)
    previous = GENESIS
    for each in await AuditEvent.filter(subject_id=home.agreement_id).order_by("number"):
        if each.number == row.link:
            opened = home.world.kernel.keys.decrypt(bytes(each.payload or b""), f"audit_events|payload|{each.id}")
            told = msgspec.json.decode(opened)
            told["act"]["captured_by"] = str(home.secretary.viewer.account_id)
            each.commitment = commit(bytes(each.salt or b""), await write_payload(home, each.number, told))
        link = Link(home.agreement_id, each.number, each.at, each.actor_id, each.role, each.tag, bytes(each.commitment))
        digest = link_hash(previous, link)
        await change_event(home, each.number, commitment=each.commitment, previous=previous, link=digest)
        previous = digest
    await ChainHead.filter(subject_id=home.agreement_id).update(link=previous)
