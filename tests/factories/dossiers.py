"""An elder's file with everything in it, and the words to look for."""

from datetime import date, timedelta
from uuid import UUID

from backend.accounts.roles import Role
from backend.agreements.models import Agreement, Party, Wish
from backend.agreements.rules import AgreementState, PartyRole
from backend.consents.actions import Telling, give_consent
from backend.consents.purposes import Purpose, newest
from backend.consents.rules import Expressed
from backend.corrections.actions import ask_correction
from backend.corrections.rules import FilePart
from backend.elders.ability import HIGHEST, Conditions
from backend.elders.actions import NewElder, register
from backend.elders.classifying import assess, override
from backend.elders.rules import Gender, PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.families.actions import NewMember, name_member
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from backend.visits.models import VisitReport
from backend.visits.rules import Finding, VisitMode
from tests.factories.village import MORNING, Person, World

NAME, ADDRESS, WITNESS = "卫素珍", "三组桂花树下", "杨树根"
NUMBER, PHONE, SON_PHONE = "11010519491231002X", "13812345678", "13700000009"
WISH, NOTE, REASON, WRONG = "愿意让春花照看", "腿疼，夜里睡不好", "刚动过手术，多去看看", "门牌号写错了"
TEXT = "委托照顾协议正文"
HIDDEN = (NUMBER, PHONE, SON_PHONE, WISH, NOTE, REASON, WRONG, TEXT)
"""What stands encrypted, and so nowhere in clear at any time."""
SHOWN = (NAME, ADDRESS, WITNESS, "李强", "深圳")
"""What stands in clear until it is erased."""


async def full_file(world: World, committee: Person, *, agreed: bool = True) -> UUID:
    """The elder's id."""
    elder = NewElder(
        NAME,
        Gender.FEMALE,
        date(1949, 12, 31),
        ADDRESS,
        True,
        id_number=NUMBER,
        phone=PHONE,
        mobility=Mobility.DIFFICULT,
        disability=DisabilityGrade.NONE,
        dementia=False,
        poor=True,
    )
    kernel, by = world.kernel, committee.viewer
    elder_id = await register(kernel, village_id=world.village.id, elder=elder, by=by)
    son = NewMember(Duty.SUPPORTER, "李强", "儿子", SON_PHONE, "深圳")
    place = await name_member(kernel, elder_id=elder_id, member=son, by=by)
    calm = Conditions(coma=False, dementia=False, mental_disorder=False, risk_events=0)
    await assess(kernel, elder_id=elder_id, assessed_on=by.today, scores=HIGHEST, conditions=calm, by=by)
    until = by.today + timedelta(days=30)
    await override(kernel, elder_id=elder_id, tier=PriorityTier.HIGH, reason=REASON, ends_on=until, by=by)
    told = Telling(Expressed.SPOKEN, WITNESS)
    version = newest(Purpose.PHOTOS).version
    await give_consent(kernel, elder_id=elder_id, purpose=Purpose.PHOTOS, version=version, told=told, by=by)
    volunteer = await world.person(Role.VOLUNTEER, name="张晓敏", elders=(elder_id,))
    await ask_correction(kernel, elder_id=elder_id, part=FilePart.CONTACT, words=WRONG, by=volunteer.viewer)
    await _visited(world, elder_id, volunteer)
    await _wished(world, elder_id, committee, place if agreed else None)
    return elder_id


async def _visited(world: World, elder_id: UUID, volunteer: Person) -> None:
    made = uuid7()
    await VisitReport.create(
        id=made,
        elder_id=elder_id,
        visitor_id=volunteer.viewer.account_id,
        mode=VisitMode.HOME,
        visited_at=MORNING,
        received_at=MORNING,
        late=False,
        health=Finding.WATCH,
        economy=Finding.GOOD,
        family_duty=Finding.GOOD,
        safety=Finding.GOOD,
        needs=Finding.GOOD,
        note=world.kernel.keys.encrypt(NOTE.encode(), f"visit_reports|note|{made}"),
    )


async def _wished(world: World, elder_id: UUID, committee: Person, place: UUID | None) -> None:
    """The elder's wish, and where there is a supporter's place an agreement filed."""
    wish, made, seal = uuid7(), uuid7(), world.kernel.keys.encrypt
    await Wish.create(
        id=wish,
        elder_id=elder_id,
        willing=True,
        words=seal(WISH.encode(), f"wishes|words|{wish}"),
        witness=WITNESS,
        asked_by=committee.viewer.account_id,
        asked_at=MORNING,
        received_at=MORNING,
    )
    if place is None:
        return
    await Agreement.create(
        id=made,
        elder_id=elder_id,
        village_id=world.village.id,
        wish_id=wish,
        state=AgreementState.FILED,
        template="2026-1",
        text=seal(TEXT.encode(), f"agreements|text|{made}"),
        text_hash="0" * 64,
        starts_on=MORNING.date(),
        ends_on=MORNING.date() + timedelta(days=365),
        drafted_by=committee.viewer.account_id,
        drafted_at=MORNING,
        filed_at=MORNING,
        pdf_key=f"agreements/{made.hex}",
        check_code=seal(b"ABCD", f"agreements|check_code|{made}"),
    )
    neighbour = await FamilyMember.get(id=place)
    await Party.create(
        agreement_id=made, place=0, role=PartyRole.SUPPORTER, member_id=place, name=neighbour.name, asked=True
    )
