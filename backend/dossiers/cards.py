"""一档一卡 (R005): what an elder's card says today, its number and check code, and whether a printed one is still true.

A card is made anew only when what it says has changed; printing the same again gives the same paper.
"""

import asyncio
from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.agreements.codes import new_check_code, normal_check_code
from backend.agreements.queries import AgreementRow, agreements
from backend.agreements.rules import (
    AgreementState,
)
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.divisions.scope import Level, Scope
from backend.documents.card import CardContact, CardPaper, render_card
from backend.documents.font import Font
from backend.dossiers.errors import CardCheckFailed
from backend.dossiers.models import VillageCard
from backend.dossiers.rules import CARD_NUMBER, agreement_words, masked_number, new_card_number, normal_card_number
from backend.elders.errors import ElderNotOnRegister
from backend.elders.models import Elder
from backend.elders.queries import ElderRow
from backend.elders.queries import elder as elder_in_sight
from backend.elders.rules import Gender, PriorityTier, age_on
from backend.elders.words import word
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.profiles.queries import ContactRow, contacts
from backend.volunteers.queries import pairings

TITLE = "留守老年人关爱服务卡"
_GENDERS = {Gender.FEMALE: "女", Gender.MALE: "男"}
_OVER = {AgreementState.DECLINED, AgreementState.WITHDRAWN, AgreementState.ENDED}


class Said(msgspec.Struct, frozen=True):
    """What makes a card another card; age and the day are left out, contacts are told by their rows."""

    name: str
    gender: str
    village: str
    born_on: str
    id_number: str | None
    tier: str
    visitors: tuple[str, ...]
    contacts: tuple[UUID, ...]
    agreement: str


async def village_card(kernel: Kernel, *, elder_id: UUID, font: Font, public_url: str, by: Viewer) -> bytes:
    """The elder's card as a PDF of one page, made anew when what it says has changed.

    Raises LevelTooLow, ElderNotFound, ElderNotOnRegister, CharacterNotPrintable.
    """
    scope = by.scope
    scope.require(Level.CARD)
    row = await elder_in_sight(scope, elder_id)
    async with transaction():
        held = await Elder.filter(id=elder_id).select_for_update(no_key=True).get()
        if held.left_on is not None:
            raise ElderNotOnRegister
        said = await _said(kernel, scope, row)
        listed = await contacts(kernel, scope, elder_id)
        card, code = await _standing(kernel, elder_id, said, by)
    paper = _paper(row, said, listed, card, code, f"{public_url}/check?card={card.number}")
    return await asyncio.to_thread(render_card, paper, font=font)


async def check_card(kernel: Kernel, *, number: str, code: str) -> bool:
    """Whether the card of this number and code is the elder's last and all it says still true. Raises CardCheckFailed.

    For anybody who holds the card; says nothing about the elder.
    """
    typed = normal_card_number(number)
    card = await VillageCard.get_or_none(number=typed) if len(typed) <= CARD_NUMBER else None
    if card is None or _code(kernel, card) != normal_check_code(code):
        raise CardCheckFailed(field="code")
    elder = await Elder.get(id=card.elder_id)
    last = await VillageCard.filter(elder_id=card.elder_id).order_by("-made_at", "-id").first()
    if elder.left_on is not None or last is None or last.id != card.id:
        return False
    scope = Scope(shanghai_day(kernel.clock.now()), Level.CARD, "check", elders=(elder.id,))
    said = await _said(kernel, scope, await elder_in_sight(scope, elder.id))
    return bytes(card.said_hash) == _hash(kernel, said)


async def _said(kernel: Kernel, scope: Scope, row: ElderRow) -> Said:
    elder = await Elder.get(id=row.id)
    sealed = elder.id_number
    number = kernel.keys.decrypt(bytes(sealed), f"elders|id_number|{row.id}").decode() if sealed else None
    return Said(
        name=row.name,
        gender=row.gender,
        village=row.village,
        born_on=row.born_on.isoformat(),
        id_number=masked_number(number) if number else None,
        tier=row.tier,
        visitors=tuple(sorted({pairing.name for pairing in await pairings(scope, row.id)})),
        contacts=tuple(contact.id for contact in await contacts(kernel, scope, row.id)),
        agreement=_agreement((await agreements(scope, elder_id=row.id, limit=20)).rows, scope),
    )


def _agreement(rows: tuple[AgreementRow, ...], scope: Scope) -> str:
    """Of several, the one that counts, else the newest that is not over."""
    counting = [row for row in rows if row.standing(scope.today).counts]
    for row in (*counting, *(row for row in rows if AgreementState(row.state) not in _OVER)):
        return agreement_words(AgreementState(row.state), row.number, row.ends_on, bool(counting))
    return agreement_words(None, None, None, False)


async def _standing(kernel: Kernel, elder_id: UUID, said: Said, by: Viewer) -> tuple[VillageCard, str]:
    last = await VillageCard.filter(elder_id=elder_id).order_by("-made_at", "-id").first()
    if last is not None and bytes(last.said_hash) == _hash(kernel, said):
        return last, _code(kernel, last)
    made, code = uuid7(), new_check_code()
    card = await VillageCard.create(
        id=made,
        elder_id=elder_id,
        number=new_card_number(),
        check_code=kernel.keys.encrypt(code.encode(), f"village_cards|check_code|{made}"),
        said_hash=_hash(kernel, said),
        made_at=kernel.clock.now(),
    )
    await record(kernel, Subject("elder", elder_id), Tag.VILLAGE_CARD_MADE, by=by.actor, card=made)
    return card, code


def _hash(kernel: Kernel, said: Said) -> bytes:
    return kernel.keys.keyed_hash(msgspec.json.encode(said).decode(), "village_card")


def _code(kernel: Kernel, card: VillageCard) -> str:
    return kernel.keys.decrypt(bytes(card.check_code), f"village_cards|check_code|{card.id}").decode()


def _paper(
    row: ElderRow, said: Said, listed: list[ContactRow], card: VillageCard, code: str, check_url: str
) -> CardPaper:
    made_at: datetime = card.made_at
    age = f"{age_on(shanghai_day(made_at), row.born_on)} 岁"
    return CardPaper(
        title=TITLE,
        village=row.village,
        name=row.name,
        facts=(
            ("性别年龄", f"{_GENDERS[Gender(row.gender)]}，{age}"),
            ("身份证号", said.id_number or "还没有登记"),
            ("类　　别", word(PriorityTier(row.tier))),
            ("探 访 人", "、".join(said.visitors) or "村民委员会"),
            ("照顾协议", said.agreement),
        ),
        contacts=tuple(CardContact(f"{each.name}（{each.relation}）", each.phone) for each in listed),
        number=card.number,
        check_code=code,
        check_url=check_url,
        made_at=made_at,
    )
