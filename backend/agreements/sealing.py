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
from backend.agreements.evidence import done_of
from backend.agreements.facts import AgreementFiled, AgreementSealed
from backend.agreements.models import Act, Agreement, Party
from backend.agreements.queries import Words, words
from backend.agreements.rules import ActKind, Means, PartyRole, ReadBy
from backend.agreements.strength import STRENGTH_WORDS, Identity, strength
from backend.agreements.templates import TEMPLATES, template
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
from backend.families.models import FamilyMember
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
        # What was only opened, and a witness apart from what he saw, says nothing more of how it came to be agreed.
        shown = Act.filter(agreement_id=agreement.id, void=False).exclude(kind__in=[ActKind.VIEW, ActKind.WITNESS])
        acts = await shown.order_by("received_at", "id")
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
        who, role = await _who(agreement, act)
        witness = await Act.get_or_none(attests_id=act.id)
        return paper.Act(
            who=who,
            role=role,
            what=_WHAT[act.kind],
            at=act.done_at,
            how=await _how(act),
            standing=STRENGTH_WORDS[strength(done_of(act))],
            witness=(witness.witness or "") if witness else "",
            picture=await self._picture(act.signature_id),
            picture_caption="指印" if act.means is Means.FINGERPRINT else "手写签名",
            received_at=late,
        )

    async def _picture(self, upload_id: UUID | None) -> bytes | None:
        if upload_id is None:
            return None
        upload = await Upload.get(id=upload_id)
        return await read_picture(self.storage, upload.key, small=False)


async def _who(agreement: Agreement, act: Act) -> tuple[str, str]:
    """The name and what the text calls its holder, as the evidence page prints them."""
    party = await Party.get_or_none(id=act.party_id) if act.party_id else None
    if party is None:
        account = act.account_id or act.captured_by
        role = "村民委员会" if act.role is PartyRole.COMMITTEE else "经办人"
        return (await names([account])).get(account, "") if account else "", role
    member = await FamilyMember.get_or_none(id=party.member_id) if party.member_id else None
    known = agreement.template in TEMPLATES
    words = template(agreement.template).place(party.role).words if known else _ROLES.get(party.role, "")
    called = words.partition("（")[0]
    return party.name, f"{called}（{member.relation}）" if member else called


_WHAT = {
    ActKind.SIGN: "签了字",
    ActKind.ACCEPT: "接受委托并签了字",
    ActKind.CONSENT: "听读了全文，当面表示同意",
    ActKind.POSTPONE: "听读了全文，说今天先不定",
    ActKind.REFUSE: "听读了全文，说不同意",
    ActKind.HAND_IN: "交给村民委员会",
    ActKind.RETURN: "退回修改",
    ActKind.CONFIRM: "核对无误，同意报备",
    ActKind.DECLINE: "不签",
    ActKind.PAPER: "附上纸质原件的照片",
}
_ROLES = {PartyRole.ELDER: "老人", PartyRole.SUPPORTER: "委托人", PartyRole.CAREGIVER: "受托人"}
"""For a text by a template that is no longer kept as data."""
_MEANS = {
    Means.HANDWRITING: "手写签名",
    Means.FINGERPRINT: "按指印",
    Means.SPOKEN: "亲口表示，由上门的人记下原话",
    Means.PAPER: "给纸质原件拍照",
    Means.TAP: "点按确认",
}
_IDENTITY = {
    Identity.WECHAT_PHONE: "登录本人微信、核对过手机号后",
    Identity.WECHAT: "登录本人微信后",
    Identity.OFFICE: "登录本人的办公账号后",
}


async def _how(act: Act) -> str:
    if act.captured_by is None:
        known = _IDENTITY.get(act.identity or Identity.WECHAT, "")
        return f"{known}，在自己的设备上{_MEANS[act.means]}"
    name = (await names([act.captured_by])).get(act.captured_by, "")
    if act.means is Means.PAPER:
        return f"在纸质协议上签名或者按指印，由{name}对着纸上的笔迹和照片登记"
    read = "由手机朗读全文，" if act.read_by is ReadBy.PHONE else "由上门的人逐条读给老人听，"
    return f"由{name}上门，{read if act.read_by else ''}在上门人的手机上{_MEANS[act.means]}"
