"""Sealing a filed agreement: render, seal, store, note. Run by the worker; safe to repeat at any point.

The object's key holds the PDF's own hash, so a second attempt never overwrites what a first one entered. A failing
seal only alarms: the agreement counts from its filing. A timestamp service that fails is asked again for a day; then
the paper is sealed without its word rather than not at all.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.accounts.queries import names
from backend.agreements.facts import AgreementFiled, AgreementSealed
from backend.agreements.models import Act, Agreement
from backend.agreements.queries import Words, words
from backend.agreements.rules import ActKind, Means
from backend.audit.heads import sign_head
from backend.audit.models import ChainHead
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.db import transaction
from backend.divisions.models import Division
from backend.documents import paper, render
from backend.documents.errors import CharacterNotPrintable, TimestampUnavailable
from backend.documents.font import Font
from backend.documents.keys import EvidenceKey
from backend.documents.seal import seal
from backend.documents.timestamps import TimestampService
from backend.elders.models import Elder
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.storage.models import Upload
from backend.storage.port import Storage
from backend.storage.uploads import read_picture

log = structlog.get_logger(__name__)

_ANY_TIME = datetime.max.replace(tzinfo=UTC)
_UNSEALED = timedelta(minutes=10)
_ASK_FOR_A_STAMP = timedelta(days=1)


class Sealer(msgspec.Struct, frozen=True):
    """What sealing needs beside the agreement."""

    kernel: Kernel
    storage: Storage
    evidence: EvidenceKey
    font: Font
    public_url: str
    timestamps: TimestampService | None = None
    committees: Mapping[str, EvidenceKey] = {}
    """Committees' own keys by the village's code; the sealed paper of such a village is signed with it as well."""

    async def on_filed(self, entry: box.Entry) -> None:
        """Outbox handler of AgreementFiled."""
        await self.ensure_sealed(entry.fact(AgreementFiled).agreement_id)

    async def seal_what_is_left(self) -> None:
        """Seal what was filed a while ago and is not sealed: the outbox gives up after some tries, we do not."""
        before = self.kernel.clock.now() - _UNSEALED
        left = Agreement.filter(sealed_at=None, number__isnull=False, filed_at__lt=before).order_by("filed_at")
        for agreement in await left.limit(50):
            try:
                await self.ensure_sealed(agreement.id)
            except TimestampUnavailable:
                return
            except Exception as error:
                log.error("agreement_not_sealed", agreement=str(agreement.id), error=type(error).__name__)

    async def ensure_sealed(self, agreement_id: UUID) -> None:
        """Make the sealed PDF of a filed agreement unless it is there; what an interrupted attempt stored goes."""
        agreement = await Agreement.get(id=agreement_id)
        if agreement.number is None:
            return
        if agreement.sealed_at is None:
            await self._seal(agreement)
        await self._forget_attempts(agreement_id)

    async def _seal(self, agreement: Agreement) -> None:
        agreement_id = agreement.id
        kept = await words(self.kernel, agreement_id)
        village = await Division.get(id=agreement.village_id)
        evidence = await self._evidence(agreement, kept, village)
        now = self.kernel.clock.now()
        committee = self.committees.get(village.code)
        pdf = await asyncio.to_thread(self._make, paper.Paper(kept.text, now), evidence, committee)
        digest = hashlib.sha256(pdf).hexdigest()
        key = f"agreements/{agreement_id.hex}/{digest}.pdf"
        await self.storage.put(key, pdf, aad=key)
        async with transaction():
            if not await Agreement.filter(id=agreement_id, sealed_at=None).update(
                sealed_at=now, pdf_key=key, pdf_sha256=digest
            ):
                return
            subject = Subject("agreement", agreement_id)
            await record(self.kernel, subject, Tag.AGREEMENT_SEALED, by=PLATFORM, pdf_sha256=digest)
            await sign_head(self.kernel, self.evidence, agreement_id)
            await box.put(self.kernel, AgreementSealed(agreement_id=agreement_id, elder_id=agreement.elder_id))

    async def _forget_attempts(self, agreement_id: UUID) -> None:
        entered = (await Agreement.get(id=agreement_id)).pdf_key
        # Also what another worker stored this moment: it comes too late to enter it.
        async for key in self.storage.older_than(_ANY_TIME, prefix=f"agreements/{agreement_id.hex}"):
            if key != entered:
                await self.storage.delete(key)

    def _make(self, text: paper.Paper, evidence: paper.Evidence, committee: EvidenceKey | None) -> bytes:
        try:
            pdf = render.render(text, evidence, font=self.font)
        except CharacterNotPrintable as refused:
            log.error("character_not_printable", number=evidence.agreement_number, code_points=refused.code_points)
            raise
        reason = f"协议 {evidence.agreement_number} 存证封存"
        try:
            return seal(pdf, self.evidence, reason, text.made_at, timestamps=self.timestamps, committee=committee)
        except TimestampUnavailable as failed:
            late = text.made_at - evidence.filing.at > _ASK_FOR_A_STAMP
            log.error("timestamp_unavailable", number=evidence.agreement_number, error=str(failed), gives_up=late)
            if not late:
                raise
            return seal(pdf, self.evidence, reason, text.made_at, committee=committee)

    async def _evidence(self, agreement: Agreement, kept: Words, village: Division) -> paper.Evidence:
        assert agreement.number is not None
        assert agreement.filed_at is not None
        head = await ChainHead.get(subject_id=agreement.id)
        filer = agreement.filed_by or agreement.drafted_by
        filed_by = (await names([filer])).get(filer, "")
        acts = await Act.filter(agreement_id=agreement.id, void=False).order_by("received_at", "id")
        return paper.Evidence(
            agreement_number=agreement.number,
            acts=tuple([await self._act(agreement, act) for act in acts]),
            filing=paper.Filing(agreement.number, f"{village.name}村民委员会", filed_by, agreement.filed_at),
            chain_head=bytes(head.link),
            chain_length=head.number,
            check_url=f"{self.public_url}/check?number={agreement.number}",
            check_code=kept.check_code or "",
            countersigned=village.code in self.committees,
        )

    async def _act(self, agreement: Agreement, act: Act) -> paper.Act:
        late = act.received_at if (act.received_at - act.done_at).total_seconds() > 600 else None
        picture = await self._picture(act.signature_id)
        if act.kind is ActKind.CONSENT:
            elder = await Elder.get(id=agreement.elder_id)
            captured = (await names([act.captured_by])).get(act.captured_by, "") if act.captured_by else ""
            by_hand = act.means is Means.HANDWRITING
            return paper.Act(
                who=elder.name,
                role="老人",
                what="听读了全文，当面表示同意",
                at=act.done_at,
                how=f"由{captured}上门，在志愿者的手机上{'手写' if by_hand else '按指印'}，并拍照",
                standing="以见证人在场、照片和笔迹（指印）佐证的当面同意",
                witness=act.witness or "",
                picture=picture,
                picture_caption="手写签名" if by_hand else "指印",
                received_at=late,
            )
        supporter = act.kind is ActKind.SIGN
        # By duty, as one child may be both; and also when the place has ended since.
        member = (
            await FamilyMember.filter(
                elder_id=agreement.elder_id,
                account_id=act.account_id,
                duty=Duty.SUPPORTER if supporter else Duty.CAREGIVER,
            )
            .order_by("-confirmed_at")
            .first()
        )
        return paper.Act(
            who=member.name if member else "",
            role=f"委托人（{member.relation}）" if supporter and member else "受托人",
            what="签了字" if supporter else "接受委托并签了字",
            at=act.done_at,
            how="登录本人微信后，在自己的手机上手写签名",
            standing="电子签名（微信身份和手机号已核对）",
            picture=picture,
            picture_caption="手写签名",
            received_at=late,
        )

    async def _picture(self, upload_id: UUID | None) -> bytes | None:
        if upload_id is None:
            return None
        upload = await Upload.get(id=upload_id)
        return await read_picture(self.storage, upload.key, small=False)
