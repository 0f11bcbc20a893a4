"""Signed heads and anchors: what the arithmetic of one chain cannot find, they do."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from backend.audit.chain import GENESIS, Link, link_hash
from backend.audit.checking import Fault, Finding, check_anchors, check_chain
from backend.audit.heads import drop_anchor, sign_head
from backend.audit.models import Anchor, AuditEvent, ChainHead, SignedHead
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.documents.keys import EvidenceKey, make_evidence_key
from backend.kit.ids import uuid7
from tests.factories.village import MORNING, World


@pytest.fixture
async def subject(world: World, evidence: EvidenceKey) -> Subject:
    """Three links, the second and the third signed."""
    subject = Subject("agreement", uuid7())
    await record(world.kernel, subject, Tag.AGREEMENT_DRAFTED, by=PLATFORM)
    for tag in (Tag.AGREEMENT_FILED, Tag.AGREEMENT_SEALED):
        await record(world.kernel, subject, tag, by=PLATFORM)
        await sign_head(world.kernel, evidence, subject.id)
    return subject


class TestSignedHead:
    async def test_of_a_whole_chain_fits(self, world: World, subject: Subject, certificate: bytes) -> None:
        await record(world.kernel, subject, Tag.AGREEMENT_WITHDRAWN, by=PLATFORM)
        assert await check_chain(world.kernel, certificate, subject.id) is None

    async def test_finds_a_cut_tail_even_when_the_head_was_moved_back(
        self, world: World, subject: Subject, certificate: bytes
    ) -> None:
        await AuditEvent.filter(subject_id=subject.id, number=3).delete()
        second = await AuditEvent.get(subject_id=subject.id, number=2)
        await ChainHead.filter(subject_id=subject.id).update(number=2, link=second.link)
        assert await check_chain(world.kernel, certificate, subject.id) == Finding(Fault.TAIL_CUT, 2)

    async def test_finds_the_whole_chain_gone(self, world: World, subject: Subject, certificate: bytes) -> None:
        await AuditEvent.filter(subject_id=subject.id).delete()
        await ChainHead.filter(subject_id=subject.id).delete()
        assert await check_chain(world.kernel, certificate, subject.id) == Finding(Fault.TAIL_CUT, 0)

    async def test_finds_a_chain_that_was_recomputed_without_a_fault(
        self, world: World, subject: Subject, certificate: bytes
    ) -> None:
        await recompute(subject, role="county")
        assert await check_chain(world.kernel, certificate, subject.id) == Finding(Fault.RECOMPUTED, 2)

    async def test_signed_by_another_key_is_found(self, world: World, subject: Subject, tmp_path: Path) -> None:
        other = make_evidence_key(tmp_path / "other.p12", "demo", MORNING)
        found = await check_chain(world.kernel, other.certificate_pem, subject.id)
        assert found == Finding(Fault.SIGNATURE_FALSE, 2)

    async def test_signed_by_the_key_before_stand_beside_those_of_the_new_one(
        self, world: World, subject: Subject, evidence: EvidenceKey, tmp_path: Path
    ) -> None:
        fresh = make_evidence_key(tmp_path / "new.p12", "demo", MORNING)
        successor = fresh.following(evidence.trusted_pem)
        await record(world.kernel, subject, Tag.AGREEMENT_SEALED, by=PLATFORM)
        await sign_head(world.kernel, successor, subject.id)
        assert await check_chain(world.kernel, successor.trusted_pem, subject.id) is None
        found = await check_chain(world.kernel, fresh.certificate_pem, subject.id)
        assert found == Finding(Fault.SIGNATURE_FALSE, 2)

    @pytest.mark.parametrize("changes", [{"number": 1}, {"link": bytes(32)}, {"signature": b"0"}])
    async def test_that_was_changed_is_found(
        self, world: World, subject: Subject, certificate: bytes, changes: dict[str, object]
    ) -> None:
        await SignedHead.filter(subject_id=subject.id, number=3).update(**changes)
        found = await check_chain(world.kernel, certificate, subject.id)
        assert found is not None
        assert found.fault is Fault.SIGNATURE_FALSE


async def recompute(subject: Subject, *, role: str) -> None:
    """What somebody with the database and without the key can do: change the first event and mend every link."""
    previous = GENESIS
    for event in await AuditEvent.filter(subject_id=subject.id).order_by("number"):
        event.role = role if event.number == 1 else event.role
        link = Link(
            event.subject_id, event.number, event.at, event.actor_id, event.role, event.tag, bytes(event.commitment)
        )
        event.previous, event.link = previous, link_hash(previous, link)
        await event.save()
        previous = event.link
    await ChainHead.filter(subject_id=subject.id).update(link=previous)


class TestAnchors:
    async def test_chain_up(self, world: World, subject: Subject, evidence: EvidenceKey) -> None:
        for turn in range(4):
            await record(world.kernel, subject, Tag.AGREEMENT_SIGNED, by=PLATFORM, turn=turn)
            world.clock.advance(timedelta(hours=1))
            await drop_anchor(world.kernel, evidence)
        anchors = await Anchor.all().order_by("at")
        assert [bytes(each.previous) for each in anchors] == [GENESIS, *(bytes(each.root) for each in anchors[:-1])]
        assert len({bytes(each.root) for each in anchors}) == 4
        assert await check_anchors(evidence.certificate_pem) is None

    async def test_change_with_any_head(self, world: World, subject: Subject, evidence: EvidenceKey) -> None:
        first = await drop_anchor(world.kernel, evidence)
        assert first.chains == await ChainHead.all().count()
        await Anchor.all().delete()
        await ChainHead.filter(subject_id=subject.id).update(link=bytes(32))
        assert (await drop_anchor(world.kernel, evidence)).root != first.root

    async def test_dropped_by_several_workers_at_once_stay_one_chain(self, world: World, evidence: EvidenceKey) -> None:
        await asyncio.gather(*(drop_anchor(world.kernel, evidence) for _ in range(5)))
        assert await check_anchors(evidence.certificate_pem) is None
        assert await Anchor.all().count() == 5

    async def test_follow_one_another_when_a_clock_runs_behind(self, world: World, evidence: EvidenceKey) -> None:
        for minutes in (0, -5, -3, 60):
            world.clock.advance(timedelta(minutes=minutes))
            await drop_anchor(world.kernel, evidence)
        assert await check_anchors(evidence.certificate_pem) is None

    async def test_with_one_taken_out_are_found(self, world: World, evidence: EvidenceKey) -> None:
        dropped = [await drop_anchor(world.kernel, evidence) for _ in range(3)]
        await Anchor.filter(id=dropped[1].id).delete()
        assert await check_anchors(evidence.certificate_pem) == Finding(Fault.ANCHOR_BROKEN, 2)

    async def test_with_a_false_signature_are_found(self, world: World, evidence: EvidenceKey) -> None:
        dropped = [await drop_anchor(world.kernel, evidence) for _ in range(2)]
        await Anchor.filter(id=dropped[1].id).update(signature=dropped[0].signature)
        assert await check_anchors(evidence.certificate_pem) == Finding(Fault.SIGNATURE_FALSE, 2)
