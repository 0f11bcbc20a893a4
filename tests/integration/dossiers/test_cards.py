"""一档一卡: one card as long as nothing on it changes, checked by number and code, true or no longer true."""

import asyncio
from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions.scope import LevelTooLow
from backend.documents.errors import CharacterNotPrintable
from backend.dossiers.cards import check_card, village_card
from backend.dossiers.errors import CardCheckFailed
from backend.dossiers.models import VillageCard
from backend.elders.actions import NewElder, register
from backend.elders.classifying import change_facts
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.elders.rules import Gender, LeaveReason
from backend.elders.staying import leave
from backend.elders.tiers import Mobility
from backend.profiles.actions import replace_contacts
from backend.profiles.rules import NewContact
from tests.factories.documents import FONT
from tests.factories.tiers import some_facts
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


async def printed(world: World, elder_id: UUID, by: Person) -> bytes:
    return await village_card(
        world.kernel, elder_id=elder_id, font=FONT, public_url="http://127.0.0.1:8000", by=by.viewer
    )


async def number_and_code(world: World, elder_id: UUID) -> tuple[str, str]:
    """Of the last card, as printed."""
    card = await VillageCard.filter(elder_id=elder_id).order_by("-id").first()
    assert card is not None
    return card.number, world.kernel.keys.decrypt(
        bytes(card.check_code), f"village_cards|check_code|{card.id}"
    ).decode()


async def called(world: World, elder_id: UUID, by: Person, name: str) -> None:
    wanted = [NewContact(name, "邻居", "13800000002")]
    await replace_contacts(world.kernel, elder_id=elder_id, wanted=wanted, seen=[], by=by.viewer)


class TestPrinting:
    async def test_again_gives_the_same_card(self, world: World, elder_id: UUID, committee: Person) -> None:
        first = await printed(world, elder_id, committee)
        world.clock.advance(timedelta(hours=3))
        assert await printed(world, elder_id, committee) == first
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.VILLAGE_CARD_MADE).count() == 1

    async def test_of_a_name_no_font_draws_is_refused_and_never_left_blank(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await called(world, elder_id, committee, "李\U000323af")
        with pytest.raises(CharacterNotPrintable):
            await printed(world, elder_id, committee)

    async def test_twice_at_once_makes_one_card(self, world: World, elder_id: UUID, committee: Person) -> None:
        one, other = await asyncio.gather(*(printed(world, elder_id, committee) for _ in range(2)))
        assert one == other
        assert await VillageCard.all().count() == 1

    async def test_by_the_township_is_the_same_card_with_numbers_half_hidden(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await called(world, elder_id, committee, "李强")
        township = await world.person(Role.TOWNSHIP, division=world.township)
        assert await printed(world, elder_id, committee) != await printed(world, elder_id, township)
        assert await VillageCard.all().count() == 1

    async def test_is_for_those_who_see_the_elder(self, world: World, elder_id: UUID) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        bureau = await world.person(Role.COUNTY, division=world.county)
        for person, refusal in ((other, ElderNotFound), (bureau, LevelTooLow)):
            with pytest.raises(refusal):
                await printed(world, elder_id, person)
        assert await VillageCard.all().count() == 0

    async def test_is_not_for_who_has_left(self, world: World, elder_id: UUID, committee: Person) -> None:
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer)
        with pytest.raises(ElderNotOnRegister):
            await printed(world, elder_id, committee)


class TestChecking:
    async def test_a_card_just_printed_is_current(self, world: World, elder_id: UUID, committee: Person) -> None:
        await printed(world, elder_id, committee)
        number, code = await number_and_code(world, elder_id)
        assert await check_card(world.kernel, number=number, code=code)
        assert await check_card(world.kernel, number=f" {number.lower()} ", code=code.lower().replace("-", " "))

    async def test_a_card_is_not_current_once_something_on_it_changed(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await printed(world, elder_id, committee)
        number, code = await number_and_code(world, elder_id)
        await called(world, elder_id, committee, "李强")
        assert not await check_card(world.kernel, number=number, code=code)
        await printed(world, elder_id, committee)
        assert not await check_card(world.kernel, number=number, code=code)
        number, code = await number_and_code(world, elder_id)
        assert await check_card(world.kernel, number=number, code=code)
        await change_facts(
            world.kernel, elder_id=elder_id, facts=some_facts(mobility=Mobility.BEDRIDDEN), by=committee.viewer
        )
        assert not await check_card(world.kernel, number=number, code=code)

    async def test_a_card_of_one_who_left_is_not_current(self, world: World, elder_id: UUID, committee: Person) -> None:
        await printed(world, elder_id, committee)
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer)
        number, code = await number_and_code(world, elder_id)
        assert not await check_card(world.kernel, number=number, code=code)

    async def test_another_code_or_number_is_no_card(self, world: World, elder_id: UUID, committee: Person) -> None:
        await printed(world, elder_id, committee)
        number, code = await number_and_code(world, elder_id)
        for wrong in ((number, "ABCD-EFGH-JKMN"), (number, ""), ("K000000000000", code), ("", code), ("K" * 40, code)):
            with pytest.raises(CardCheckFailed):
                await check_card(world.kernel, number=wrong[0], code=wrong[1])


class TestSecrets:
    async def test_stand_nowhere_in_clear(self, world: World, committee: Person) -> None:
        written = NewElder(
            name="李秀英",
            gender=Gender.FEMALE,
            born_on=date(1949, 12, 31),
            address="三组",
            living_alone=True,
            id_number="11010519491231002X",
        )
        elder_id = await register(world.kernel, village_id=world.village.id, elder=written, by=committee.viewer)
        await printed(world, elder_id, committee)
        card = await VillageCard.get(elder_id=elder_id)
        kept = bytes(card.check_code) + bytes(card.said_hash)
        assert b"110" not in bytes(card.said_hash)
        assert (await number_and_code(world, elder_id))[1].encode() not in kept
