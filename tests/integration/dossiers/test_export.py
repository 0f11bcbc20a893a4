"""One document holds everything of a person, opened; a supporter's lacks what is others' or not needed."""

import json
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.agreements.models import Wish
from backend.audit.models import AuditEvent, Reading
from backend.audit.tags import Tag
from backend.consents.actions import Telling, withdraw_consent
from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed
from backend.corrections.actions import ask_correction
from backend.corrections.rules import FilePart
from backend.dossiers.export import LEFT_OUT, export_account, export_elder, personal_columns
from backend.dossiers.tables import ACCOUNT_TABLES, ELDER_TABLES
from backend.elders.actions import NewElder, register
from backend.elders.errors import ElderNotFound
from backend.elders.rules import Gender
from backend.elders.tiers import Mobility
from backend.families.actions import NewMember, name_member
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from tests.factories.village import MORNING, Person, World

NUMBER, PHONE, SON_PHONE = "11010519491231002X", "13812345678", "13700000009"
WORDS, WRONG = "愿意让春花照看", "门牌号写错了"


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def elder_id(world: World, committee: Person) -> UUID:
    """With a number, a phone, a son and a wish."""
    elder = NewElder(
        "李秀英",
        Gender.FEMALE,
        MORNING.date().replace(year=1949),
        "三组 12 号",
        True,
        id_number=NUMBER,
        phone=PHONE,
        mobility=Mobility.DIFFICULT,
    )
    made = await register(world.kernel, village_id=world.village.id, elder=elder, by=committee.viewer)
    son = NewMember(Duty.SUPPORTER, "李强", "儿子", SON_PHONE, "深圳")
    await name_member(world.kernel, elder_id=made, member=son, by=committee.viewer)
    wish = uuid7()
    await Wish.create(
        id=wish,
        elder_id=made,
        willing=True,
        words=world.kernel.keys.encrypt(WORDS.encode(), f"wishes|words|{wish}"),
        witness="杨树根",
        asked_by=committee.viewer.account_id,
        asked_at=MORNING,
        received_at=MORNING,
    )
    return made


async def document(world: World, elder_id: UUID, by: Person) -> dict[str, Any]:
    found = await export_elder(world.kernel, elder_id=elder_id, by=by.viewer)
    told: dict[str, Any] = json.loads(msgspec.json.encode(found))
    return told


class TestElder:
    async def test_has_every_column_of_the_file_opened(self, world: World, committee: Person, elder_id: UUID) -> None:
        found = await document(world, elder_id, committee)
        assert (found["layout"], found["about"]) == (
            "cloud-reunion-person/1",
            {"kind": "elder", "id": str(elder_id)},
        )
        [elder], [son], [wish] = (found["tables"][each] for each in ("elders", "family_members", "wishes"))
        assert (elder["id_number"], elder["phone"], elder["mobility"]) == (NUMBER, PHONE, "difficult")
        assert (son["phone"], son["city"], wish["words"]) == (SON_PHONE, "深圳", WORDS)
        for each in ELDER_TABLES:
            wanted = {column for column in personal_columns(each) if (each.table, column) not in LEFT_OUT}
            assert each.table in found["tables"]
            assert all(wanted <= row.keys() for row in found["tables"][each.table])
        assert not any("hash" in name for name in elder)

    async def test_is_logged_as_read_and_kept_in_the_trail(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await document(world, elder_id, committee)
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.FILE_EXPORTED).count() == 1
        assert await Reading.filter(elder_id=elder_id, what="export_person").count() == 1

    async def test_is_for_family_without_what_is_not_theirs(self, world: World, elder_id: UUID) -> None:
        daughter = await world.person(Role.SUPPORTER, elders=(elder_id,))
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        part = FilePart.CONTACT
        await ask_correction(world.kernel, elder_id=elder_id, part=part, words=WRONG, by=volunteer.viewer)
        text = json.dumps(await document(world, elder_id, daughter), ensure_ascii=False)
        assert WORDS in text
        assert "difficult" in text
        assert not [secret for secret in (NUMBER, SON_PHONE, WRONG) if secret in text]

    async def test_has_no_health_for_family_once_the_elder_said_no(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        told = Telling(Expressed.SPOKEN, "杨树根")
        await withdraw_consent(world.kernel, elder_id=elder_id, purpose=Purpose.HEALTH, told=told, by=committee.viewer)
        son = await world.person(Role.SUPPORTER, elders=(elder_id,))
        [elder] = (await document(world, elder_id, son))["tables"]["elders"]
        assert elder.keys() & {"mobility", "dementia", "ability_level", "disability", "seriously_ill"} == set()
        [whole] = (await document(world, elder_id, committee))["tables"]["elders"]
        assert whole["mobility"] == "difficult"

    async def test_is_for_nobody_else(self, world: World, elder_id: UUID) -> None:
        for role in (Role.VOLUNTEER, Role.CAREGIVER):
            person = await world.person(role, elders=(elder_id,))
            with pytest.raises(RoleCannot):
                await export_elder(world.kernel, elder_id=elder_id, by=person.viewer)
        for stranger in (
            await world.person(Role.SUPPORTER),
            await world.person(Role.COMMITTEE, division=world.neighbour),
        ):
            with pytest.raises(ElderNotFound):
                await export_elder(world.kernel, elder_id=elder_id, by=stranger.viewer)
        assert await Reading.all().count() == 0


class TestAccount:
    async def test_has_ones_own_and_nobody_elses(self, world: World, committee: Person, elder_id: UUID) -> None:
        son = await world.person(Role.SUPPORTER, name="李强", elders=(elder_id,))
        account = son.viewer.account_id
        seal = world.kernel.keys.encrypt
        await Account.filter(id=account).update(
            phone=seal(SON_PHONE.encode(), f"accounts|phone|{account}"),
            openid=seal(b"openid-of-son", f"accounts|openid|{account}"),
            totp_secret=seal(b"secret", f"accounts|totp_secret|{account}"),
        )
        await ask_correction(world.kernel, elder_id=elder_id, part=FilePart.OTHER, words=WRONG, by=son.viewer)
        found = json.loads(msgspec.json.encode(await export_account(world.kernel, by=son.viewer)))
        [own], [asked] = found["tables"]["accounts"], found["tables"]["corrections"]
        assert (own["phone"], own["openid"], asked["words"]) == (SON_PHONE, "openid-of-son", WRONG)
        assert own.keys() & {"totp_secret", "password_hash", "phone_hash"} == set()
        assert {each.table for each in ACCOUNT_TABLES} == found["tables"].keys()
        assert "赵志强" not in json.dumps(found, ensure_ascii=False)
        assert await AuditEvent.filter(subject_id=account, tag=Tag.FILE_EXPORTED).count() == 1
