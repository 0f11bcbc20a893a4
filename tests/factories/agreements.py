"""An elder, two children, a caregiver, a volunteer and two of the committee, and the steps each can take."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.accounts.roles import Role
from backend.agreements import (
    consenting,
    drafting,
    ending,
    filing,
    inking,
    phones,
    questioning,
    signing,
    wishing,
)
from backend.agreements.models import Agreement, AgreementQuestion, Party
from backend.agreements.paper import Draft, Promise
from backend.agreements.questions import Asked
from backend.agreements.rules import AgreementState, Answer, Means, PartyRole, ReadBy, Reason
from backend.divisions.models import Division
from backend.documents.keys import EvidenceKey
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from backend.storage.port import Storage
from backend.storage.uploads import enter_upload, store_picture
from tests.factories.documents import FONT
from tests.factories.village import Person, World
from tests.people import drawing

NOTHING_YET = UUID(int=0)
ROLES = {Duty.SUPPORTER: Role.SUPPORTER, Duty.CAREGIVER: Role.CAREGIVER}


@dataclass
class Household:
    """Everybody by name, the places of the elder's file, and the agreement once it is drafted."""

    world: World
    evidence: EvidenceKey
    elder_id: UUID
    son: Person
    daughter: Person
    caregiver: Person
    volunteer: Person
    secretary: Person
    accountant: Person
    places: dict[str, UUID]
    agreement_id: UUID = NOTHING_YET
    storage: Storage | None = None

    async def picture(self, owner: Person) -> UUID:
        """An upload of the owner's; with bytes behind it where there is a storage."""
        if self.storage is None:
            return await self.world.photo(owner)
        account_id = owner.viewer.account_id
        key, digest, size = await store_picture(self.storage, account_id=account_id, data=drawing())
        return await enter_upload(self.world.kernel, account_id=account_id, key=key, sha256=digest, size=size)

    async def wish(self, willing: bool = True, **changes: Any) -> UUID:
        given = {"words": "有人来看看我，我愿意", "witness": None, "asked_at": self.world.clock.now(), **changes}
        by = given.pop("by", self.volunteer).viewer
        return await wishing.record_wish(
            self.world.kernel, self.evidence, elder_id=self.elder_id, willing=willing, by=by, **given
        )

    def text(self, special: str = "", **changes: Any) -> Draft:
        today = self.son.viewer.today
        given: dict[str, Any] = {
            "supporters": (Promise(self.places["son"]),),
            "caregivers": (self.places["caregiver"],),
            "duties": ("look_in", "meals"),
            "starts_on": today,
            "ends_on": today.replace(year=today.year + 1),
        }
        return Draft(special=special, **{**given, **changes})

    async def draft(self, by: Person | None = None, **changes: Any) -> UUID:
        renews_id = changes.pop("renews_id", None)
        self.agreement_id = await drafting.draft(
            self.world.kernel,
            FONT,
            elder_id=self.elder_id,
            draft=self.text(**changes),
            renews_id=renews_id,
            by=(by or self.son).viewer,
        )
        return self.agreement_id

    async def rewrite(self, special: str, by: Person | None = None, **changes: Any) -> None:
        await drafting.rewrite(
            self.world.kernel,
            FONT,
            agreement_id=self.agreement_id,
            draft=self.text(special, **changes),
            by=(by or self.son).viewer,
        )

    async def view(self, by: Person | None = None) -> None:
        by = by or self.son
        about: dict[str, Any] = {"agreement_id": self.agreement_id, "text_hash": await self.text_hash()}
        await signing.view(self.world.kernel, self.evidence, by=by.viewer, **about)

    async def signature(self, by: Person, text_hash: str | None = None) -> signing.Signature:
        """A fresh one of the person's."""
        seen = text_hash or await self.text_hash()
        return signing.Signature(text_hash=seen, signature_id=await self.picture(by))

    async def sign(self, by: Person | None = None, text_hash: str | None = None) -> None:
        by = by or self.son
        signature = await self.signature(by, text_hash)
        await signing.sign(self.world.kernel, agreement_id=self.agreement_id, signature=signature, by=by.viewer)

    async def accept(self, by: Person | None = None, text_hash: str | None = None) -> None:
        by = by or self.caregiver
        signature = await self.signature(by, text_hash)
        await signing.accept(self.world.kernel, agreement_id=self.agreement_id, signature=signature, by=by.viewer)

    async def decline(self, by: Person | None = None) -> None:
        by = by or self.caregiver
        await signing.decline(self.world.kernel, agreement_id=self.agreement_id, reason="照顾不过来", by=by.viewer)

    async def consent(self, by: Person | None = None, **changes: Any) -> bool:
        """The elder says yes; or as `changes` have it."""
        by = by or self.volunteer
        given: dict[str, Any] = {
            "text_hash": await self.text_hash(),
            "answer": Answer.YES,
            "means": Means.FINGERPRINT,
            "read_by": ReadBy.VISITOR,
            "signature_id": await self.picture(by),
            "photo_id": await self.picture(by),
            "witness": "杨树根",
            "witness_adult": True,
            "done_at": self.world.clock.now(),
        }
        said = consenting.Said(**{**given, **changes})
        return await consenting.record_answer(
            self.world.kernel, self.evidence, FONT, agreement_id=self.agreement_id, said=said, by=by.viewer
        )

    async def says(self, answer: Answer, by: Person | None = None, **changes: Any) -> bool:
        """The elder says no, or not today: nothing is drawn."""
        nothing: dict[str, Any] = {
            "means": Means.TAP,
            "signature_id": None,
            "photo_id": None,
            "witness": "",
            "witness_adult": False,
        }
        return await self.consent(by, answer=answer, **{**nothing, **changes})

    async def hand_in(self, by: Person | None = None) -> None:
        await filing.hand_in(self.world.kernel, agreement_id=self.agreement_id, by=(by or self.son).viewer)

    async def give_back(self, by: Person | None = None, reason: str = "请写明受托人的住址") -> None:
        await filing.return_with_reason(
            self.world.kernel, agreement_id=self.agreement_id, reason=reason, by=(by or self.secretary).viewer
        )

    async def file(self, by: Person | None = None) -> str:
        return await filing.confirm_filing(
            self.world.kernel, self.evidence, agreement_id=self.agreement_id, by=(by or self.secretary).viewer
        )

    async def withdraw(self, by: Person | None = None) -> None:
        await ending.withdraw(self.world.kernel, agreement_id=self.agreement_id, by=(by or self.son).viewer)

    async def suspend(self, by: Person | None = None, **changes: Any) -> None:
        until = self.son.viewer.today + timedelta(days=20)
        given: dict[str, Any] = {"reason": Reason.CHILD_HOME_A_WHILE, "until": until, **changes}
        about: dict[str, Any] = {"agreement_id": self.agreement_id, "by": (by or self.son).viewer}
        await ending.suspend(self.world.kernel, self.evidence, **about, **given)

    async def resume(self, by: Person | None = None) -> None:
        await ending.resume(
            self.world.kernel, self.evidence, agreement_id=self.agreement_id, by=(by or self.son).viewer
        )

    async def end(self, reason: Reason = Reason.SUPPORTER, by: Person | None = None) -> None:
        by = by or self.son
        await ending.end(self.world.kernel, self.evidence, agreement_id=self.agreement_id, reason=reason, by=by.viewer)

    async def extend(self, by: Person | None = None) -> None:
        await drafting.extend(self.world.kernel, agreement_id=self.agreement_id, by=(by or self.son).viewer)

    async def handed_in(self) -> None:
        """Everything up to the committee's desk."""
        await self.wish()
        await self.draft()
        await self.sign()
        await self.accept()
        await self.consent()
        await self.hand_in()

    async def paper(self, by: Person | None = None, pages: int = 1, **changes: Any) -> None:
        """Photographs of the signed sheets of the present text."""
        by = by or self.volunteer
        code = inking.paper_code(self.world.kernel, self.agreement_id, await self.text_hash())
        given: dict[str, Any] = {"code": code, "pages": [await self.picture(by) for _ in range(pages)], **changes}
        about: dict[str, Any] = {"agreement_id": self.agreement_id, "by": by.viewer}
        await inking.add_pages(self.world.kernel, self.evidence, **about, **given)

    async def ask(self, asked: Asked = Asked.SUPPORTERS, by: Person | None = None) -> UUID:
        about: dict[str, Any] = {"agreement_id": self.agreement_id, "by": (by or self.secretary).viewer}
        return await questioning.ask(self.world.kernel, asked=asked, words="他住得近吗", **about)

    async def reply(self, by: Person | None = None) -> None:
        """To what was asked last."""
        last = await AgreementQuestion.filter(agreement_id=self.agreement_id).order_by("-asked_at", "-id").first()
        question_id = last.id if last else NOTHING_YET
        about: dict[str, Any] = {"agreement_id": self.agreement_id, "by": (by or self.son).viewer}
        await questioning.reply(self.world.kernel, question_id=question_id, words="隔壁", **about)

    async def lose_phone(self, by: Person | None = None, *, ago: timedelta = timedelta(hours=1)) -> None:
        since = self.world.clock.now() - ago
        await phones.report_phone_lost(self.world.kernel, self.evidence, since=since, by=(by or self.son).viewer)

    async def bind_phone(self, who: str = "son", by: Person | None = None) -> None:
        viewer = (by or self.secretary).viewer
        await phones.bind_anew(self.world.kernel, member_id=self.places[who], by=viewer)

    async def party_ids(self, *roles: PartyRole) -> frozenset[UUID]:
        """Their places in the present text."""
        found = await Party.filter(agreement_id=self.agreement_id, role__in=roles)
        return frozenset(party.id for party in found)

    async def ink(self, *roles: PartyRole, by: Person | None = None, **changes: Any) -> AgreementState:
        """The committee finds the ink of all with these roles."""
        given: dict[str, Any] = {
            "text_hash": await self.text_hash(),
            "party_ids": await self.party_ids(*roles),
            "witness": "杨树根",
            "witness_adult": True,
        }
        ink = inking.Ink(**{**given, **changes})
        by = by or self.secretary
        return await inking.record_ink(self.world.kernel, FONT, agreement_id=self.agreement_id, ink=ink, by=by.viewer)

    async def filed(self) -> str:
        """Everything up to the record number, which it returns."""
        await self.handed_in()
        return await self.file()

    async def row(self) -> Agreement:
        return await Agreement.get(id=self.agreement_id)

    async def text_hash(self) -> str:
        return (await self.row()).text_hash


async def a_place(world: World, elder_id: UUID, duty: Duty, name: str, relation: str, account_id: UUID) -> UUID:
    """A place on the elder's file, claimed and confirmed."""
    now, member_id = world.clock.now(), uuid7()
    await FamilyMember.create(
        id=member_id,
        elder_id=elder_id,
        duty=duty,
        name=name,
        relation=relation,
        phone=world.kernel.keys.encrypt(b"13900000000", f"family_members|phone|{member_id}"),
        phone_hash=world.kernel.keys.keyed_hash(str(member_id), "phone"),
        account_id=account_id,
        named_at=now,
        claimed_at=now,
        confirmed_at=now,
    )
    return member_id


async def build_household(
    world: World, evidence: EvidenceKey, *, elder: str = "李桂兰", village: Division | None = None
) -> Household:
    """A household of the world's village (or another), before the elder is asked."""
    village = village or world.village
    elder_id = await world.elder(name=elder, village=village)
    people: dict[str, Person] = {}
    places: dict[str, UUID] = {}
    for who, duty, name, relation in (
        ("son", Duty.SUPPORTER, "王建国", "儿子"),
        ("daughter", Duty.SUPPORTER, "王秀英", "女儿"),
        ("caregiver", Duty.CAREGIVER, "李春花", "邻居"),
    ):
        people[who] = await world.person(ROLES[duty], name=name, elders=(elder_id,))
        places[who] = await a_place(world, elder_id, duty, name, relation, people[who].viewer.account_id)
    return Household(
        world=world,
        evidence=evidence,
        elder_id=elder_id,
        volunteer=await world.person(Role.VOLUNTEER, name="张晓敏", elders=(elder_id,)),
        secretary=await world.person(Role.COMMITTEE, name="赵志强", division=village),
        accountant=await world.person(Role.COMMITTEE, name="钱会计", division=village),
        places=places,
        son=people["son"],
        daughter=people["daughter"],
        caregiver=people["caregiver"],
    )
