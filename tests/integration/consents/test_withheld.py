"""What an elder's no takes from view at once: pictures, health, the family's sight of the file; and what stays."""

from datetime import timedelta
from typing import ClassVar
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.agreements.models import Act, Agreement
from backend.consents.actions import Telling, give_consent, set_sharing, withdraw_consent
from backend.consents.errors import (
    ConsentingElderNotFound,
    FamilyNotTold,
    PhotosNotWanted,
    PurposeNotAsked,
    WitnessMissing,
)
from backend.consents.purposes import Purpose, newest
from backend.consents.queries import sharing
from backend.consents.rules import ConsentState, Expressed
from backend.dossiers.export import export_elder
from backend.dossiers.year import year
from backend.elders.errors import PictureNotFound
from backend.elders.findings import eligibility, known_facts, tier_history
from backend.elders.pictures import picture
from backend.elders.tiers import Mobility
from backend.families.queries import members, supporters
from backend.profiles.actions import record_part
from backend.profiles.queries import profile
from backend.profiles.rules import Part
from backend.services.actions import raise_request
from backend.services.queries import requests
from backend.visits.actions import submit
from backend.visits.latest import latest
from backend.visits.models import VisitReport
from backend.visits.queries import Report, report, reports
from backend.visits.rules import Finding
from tests.factories.dossiers import full_file
from tests.factories.village import MORNING, Person, World
from tests.factories.visits import a_report, a_write

ALOUD = Telling(Expressed.SPOKEN, "杨树根")
FINDINGS = {
    "health": Finding.WATCH,
    "economy": Finding.HELP,
    "family_duty": Finding.GOOD,
    "safety": Finding.HELP,
    "needs": Finding.GOOD,
}


class Home:
    """An elder with a visit report, and everybody who could read it."""

    def __init__(self, world: World, elder_id: UUID, report_id: UUID, photo: UUID, people: dict[str, Person]) -> None:
        self.world, self.elder_id, self.report_id, self.photo, self.people = world, elder_id, report_id, photo, people

    async def says_no(self, purpose: Purpose) -> None:
        await withdraw_consent(
            self.world.kernel, elder_id=self.elder_id, purpose=purpose, told=ALOUD, by=self.people["committee"].viewer
        )

    async def says_yes(self, purpose: Purpose) -> None:
        version, by = newest(purpose).version, self.people["committee"].viewer
        await give_consent(
            self.world.kernel, elder_id=self.elder_id, purpose=purpose, version=version, told=ALOUD, by=by
        )

    async def read(self, who: str) -> Report:
        """The report as this person reads it, alone and in the list alike."""
        viewer, kernel = self.people[who].viewer, self.world.kernel
        found = await report(viewer.scope, self.report_id, kernel=kernel, by=viewer.actor)
        page = await reports(viewer.scope, kernel=kernel, by=viewer.actor, elder_id=self.elder_id)
        [listed] = [row for row in page.rows if row.id == self.report_id]
        for name in (*FINDINGS, "photo_ids"):
            assert getattr(listed, name) == getattr(found, name)
        assert listed.has_note is (found.note is not None)
        if viewer.scope.division is None:
            [last] = await latest(viewer.scope, kernel=kernel, by=viewer.actor)
            assert [getattr(last, name) for name in FINDINGS] == [getattr(found, name) for name in FINDINGS]
        return found

    async def sees_photo(self, who: str) -> bool:
        try:
            return (await picture(self.people[who].viewer, self.photo)).elder_id == self.elder_id
        except PictureNotFound:
            return False


@pytest.fixture
async def home(world: World) -> Home:
    committee = await world.person(Role.COMMITTEE, name="赵志强", division=world.village)
    elder_id = await full_file(world, committee)
    await VisitReport.filter(elder_id=elder_id).delete()
    people = {
        "committee": committee,
        "son": await world.person(Role.SUPPORTER, name="李强", elders=(elder_id,)),
        "caregiver": await world.person(Role.CAREGIVER, name="李春花", elders=(elder_id,)),
        "volunteer": await world.person(Role.VOLUNTEER, name="张晓敏", elders=(elder_id,)),
    }
    volunteer = people["volunteer"]
    photo = await world.photo(volunteer)
    seen = a_report(elder_id, note="夜里咳得厉害", photo_ids=(photo,), **FINDINGS)
    made = await submit(world.kernel, report=seen, write=a_write(volunteer), by=volunteer.viewer)
    return Home(world, elder_id, made.id, photo, people)


def findings_of(found: Report) -> dict[str, str | None]:
    return {name: getattr(found, name) for name in FINDINGS}


class TestPhotos:
    async def test_no_picture_is_attached_from_then_on_and_the_rest_is_taken(self, home: Home) -> None:
        world, volunteer = home.world, home.people["volunteer"]
        await home.says_no(Purpose.PHOTOS)
        at = MORNING - timedelta(hours=5)
        photo = await world.photo(volunteer)
        pictured = a_report(home.elder_id, visited_at=at, photo_ids=(photo,))
        with pytest.raises(PhotosNotWanted):
            await submit(world.kernel, report=pictured, write=a_write(volunteer), by=volunteer.viewer)
        plain = a_report(home.elder_id, visited_at=at)
        await submit(world.kernel, report=plain, write=a_write(volunteer), by=volunteer.viewer)
        await home.says_yes(Purpose.PHOTOS)
        again = a_report(home.elder_id, visited_at=at + timedelta(hours=1), photo_ids=(photo,))
        await submit(world.kernel, report=again, write=a_write(volunteer), by=volunteer.viewer)

    async def test_those_there_are_are_kept_for_the_office_alone(self, home: Home) -> None:
        assert all([await home.sees_photo(who) for who in home.people])
        await home.says_no(Purpose.PHOTOS)
        assert {who for who in home.people if await home.sees_photo(who)} == {"committee"}
        assert (await home.read("son")).photo_ids == []
        assert (await home.read("committee")).photo_ids == [home.photo]
        assert (await home.read("son")).note is not None

    async def test_what_was_signed_is_still_the_parties_own(self, home: Home) -> None:
        await Act.create(
            agreement_id=(await Agreement.get(elder_id=home.elder_id)).id,
            kind="sign",
            text_hash="0" * 64,
            means="handwriting",
            signature_id=home.photo,
            done_at=MORNING,
            received_at=MORNING,
        )
        await home.says_no(Purpose.PHOTOS)
        assert await home.sees_photo("son")


class TestHealth:
    async def test_goes_from_reports_for_all_but_the_office(self, home: Home) -> None:
        await home.says_no(Purpose.HEALTH)
        for who in ("son", "caregiver", "volunteer"):
            found = await home.read(who)
            assert findings_of(found) == FINDINGS | {"health": None}
            assert found.note is None
        kept = await home.read("committee")
        assert findings_of(kept) == FINDINGS
        assert kept.note == "夜里咳得厉害"

    async def test_that_needs_help_is_told_all_the_same(self, home: Home) -> None:
        await VisitReport.filter(id=home.report_id).update(health=Finding.HELP)
        await home.says_no(Purpose.HEALTH)
        assert (await home.read("son")).health == Finding.HELP

    async def test_comes_back_with_a_yes(self, home: Home) -> None:
        await home.says_no(Purpose.HEALTH)
        await home.says_yes(Purpose.HEALTH)
        found = await home.read("son")
        assert findings_of(found) == FINDINGS
        assert found.note is not None


class TestSharing:
    async def test_leaves_the_family_that_a_visit_was_and_what_needs_help(self, home: Home) -> None:
        await home.says_no(Purpose.SHARING)
        found = await home.read("son")
        assert findings_of(found) == dict.fromkeys(FINDINGS) | {"safety": Finding.HELP}
        assert (found.note, found.photo_ids, found.visitor) == (None, [], "张晓敏")
        assert not await home.sees_photo("son")
        for who in ("caregiver", "volunteer", "committee"):
            assert findings_of(await home.read(who)) == FINDINGS

    async def test_hides_the_file_from_the_family_and_from_nobody_else(self, home: Home) -> None:
        kernel, committee = home.world.kernel, home.people["committee"]
        await record_part(
            kernel,
            elder_id=home.elder_id,
            part=Part.DWELLING,
            text="住平房",
            observed_on=MORNING.date(),
            by=committee.viewer,
        )
        await raise_request(kernel, elder_id=home.elder_id, words="想换个灯泡", by=committee.viewer)
        everything = {"life", "city", "whereabouts", "reasons", "request"}
        assert await self.shown(home, "son") == everything
        await home.says_no(Purpose.SHARING)
        assert await self.shown(home, "son") == set()
        assert await self.shown(home, "caregiver") == await self.shown(home, "committee") == everything
        with pytest.raises(FamilyNotTold):
            await export_elder(kernel, elder_id=home.elder_id, by=home.people["son"].viewer)
        await export_elder(kernel, elder_id=home.elder_id, by=committee.viewer)
        assert (await eligibility(home.people["son"].viewer.scope, home.elder_id)).latest is None

    async def shown(self, home: Home, who: str) -> set[str]:
        """Which matters of the file this person still sees."""
        scope, kernel, elder_id = home.people[who].viewer.scope, home.world.kernel, home.elder_id
        seen = {
            "life": [part.text for part in await profile(kernel, scope, elder_id, health=False) if part.text],
            "city": [member.city for member in await members(scope, elder_id) if member.city],
            "whereabouts": [
                member.city for member in await supporters(kernel, scope, elder_id, phones=False) if member.city
            ],
            "reasons": [row.reasons for row in await tier_history(kernel, scope, elder_id) if row.reasons],
            "request": (await requests(kernel, scope)).rows,
        }
        return {matter for matter, found in seen.items() if found}


async def test_a_no_of_one_elder_hides_nothing_of_another(home: Home, world: World) -> None:
    other = await world.elder(name="周桂香")
    await withdraw_consent(
        world.kernel, elder_id=other, purpose=Purpose.SHARING, told=ALOUD, by=home.people["committee"].viewer
    )
    son = await world.person(Role.SUPPORTER, elders=(home.elder_id, other))
    home.people["son"] = son
    page = await reports(son.viewer.scope, kernel=world.kernel, by=son.viewer.actor)
    assert [row.health for row in page.rows] == [Finding.WATCH]


class TestParts:
    """What the elder lets the family see, part by part."""

    PARTS: ClassVar[dict[Purpose, str]] = {
        Purpose.TELL_HEALTH: "health",
        Purpose.TELL_ECONOMY: "economy",
        Purpose.TELL_DUTY: "family_duty",
        Purpose.TELL_SAFETY: "safety",
        Purpose.TELL_NEEDS: "needs",
    }

    async def says(self, home: Home, **parts: bool) -> None:
        shown = {Purpose(f"tell_{part}"): given for part, given in parts.items()}
        by = home.people["volunteer"].viewer
        await set_sharing(home.world.kernel, elder_id=home.elder_id, shown=shown, told=ALOUD, by=by)

    @pytest.mark.parametrize("part", PARTS)
    async def test_one_withheld_goes_from_the_family_with_the_words_and_comes_back(
        self, home: Home, part: Purpose
    ) -> None:
        await VisitReport.filter(id=home.report_id).update(**dict.fromkeys(FINDINGS, Finding.WATCH))
        whole = dict.fromkeys(FINDINGS, Finding.WATCH)
        await self.says(home, **{part.removeprefix("tell_"): False})
        found = await home.read("son")
        assert findings_of(found) == whole | {self.PARTS[part]: None}
        assert (found.note, found.photo_ids) == (None, [home.photo])
        for who in ("caregiver", "volunteer", "committee"):
            assert findings_of(await home.read(who)) == whole
            assert (await home.read(who)).note is not None
        await self.says(home, **{part.removeprefix("tell_"): True})
        assert (await home.read("son")).note is not None

    async def test_a_call_for_help_that_endangers_life_is_told_all_the_same(self, home: Home) -> None:
        await VisitReport.filter(id=home.report_id).update(**dict.fromkeys(FINDINGS, Finding.HELP))
        await self.says(home, health=False, economy=False, duty=False, safety=False, needs=False)
        told = {"economy": None, "family_duty": None}
        assert findings_of(await home.read("son")) == dict.fromkeys(FINDINGS, Finding.HELP) | told

    async def test_pictures_and_words_are_withheld_by_themselves(self, home: Home) -> None:
        await self.says(home, photos=False)
        found = await home.read("son")
        assert (findings_of(found), found.photo_ids) == (FINDINGS, [])
        assert found.note is not None
        assert {who for who in home.people if await home.sees_photo(who)} == set(home.people) - {"son"}
        await self.says(home, photos=True, note=False)
        found = await home.read("son")
        assert (findings_of(found), found.photo_ids, found.note) == (FINDINGS, [home.photo], None)

    async def test_health_withheld_is_nowhere_in_the_family_s_sight(self, home: Home) -> None:
        kernel, scope, elder_id = home.world.kernel, home.people["son"].viewer.scope, home.elder_id
        by = home.people["committee"].viewer
        await record_part(
            kernel, elder_id=elder_id, part=Part.HEALTH, text="腿脚不便", observed_on=MORNING.date(), by=by
        )
        await self.says(home, health=False)
        page = await year(kernel, elder_id, by=home.people["son"].viewer)
        visits = [row for row in page.rows if row.line == "visit"]
        assert [row.health for row in visits] == [None]
        assert [row.safety for row in visits] == [Finding.HELP]
        assert [part.text for part in await profile(kernel, scope, elder_id, health=True) if part.text] == []
        assert [row.reasons for row in await tier_history(kernel, scope, elder_id) if row.reasons] == []
        assert (await known_facts(scope, elder_id)).mobility is Mobility.UNKNOWN
        [taken] = (await export_elder(kernel, elder_id=elder_id, by=home.people["son"].viewer)).tables["visit_reports"]
        assert {"health", "note"} & set(taken) == set()
        assert {"economy", "photo_ids"} <= set(taken)
        caregiver = home.people["caregiver"].viewer.scope
        assert [part.text for part in await profile(kernel, caregiver, elder_id, health=True) if part.text] != []

    async def test_what_the_copy_to_take_along_lacks_follows_the_parts(self, home: Home) -> None:
        await self.says(home, economy=False, duty=False, safety=False, needs=False, photos=False)
        document = await export_elder(home.world.kernel, elder_id=home.elder_id, by=home.people["son"].viewer)
        [taken] = document.tables["visit_reports"]
        assert {"economy", "family_duty", "safety", "needs", "photo_ids", "note"} & set(taken) == set()
        assert taken["health"] == Finding.WATCH

    async def test_every_word_is_kept_with_who_heard_it_and_the_same_again_changes_nothing(self, home: Home) -> None:
        for given in (False, False, True):
            await self.says(home, economy=given)
        now = {each.purpose: each for each in await sharing(home.people["volunteer"].viewer.scope, home.elder_id)}
        said = now[Purpose.TELL_ECONOMY]
        assert [(word.number, word.given, word.witness) for word in said.history] == [
            (2, True, "杨树根"),
            (1, False, "杨树根"),
        ]
        assert now[Purpose.TELL_NEEDS].state is ConsentState.NOT_ASKED

    async def test_only_parts_are_said_so_and_only_by_who_stands_before_the_elder(self, home: Home) -> None:
        kernel, elder_id = home.world.kernel, home.elder_id
        shown = {Purpose.TELL_ECONOMY: False}
        volunteer, child = home.people["volunteer"].viewer, home.people["son"].viewer
        with pytest.raises(PurposeNotAsked):
            await set_sharing(kernel, elder_id=elder_id, shown={Purpose.CALLS: False}, told=ALOUD, by=volunteer)
        unheard = Telling(Expressed.SPOKEN)
        with pytest.raises(WitnessMissing):
            await set_sharing(kernel, elder_id=elder_id, shown=shown, told=unheard, by=volunteer)
        with pytest.raises(RoleCannot):
            await set_sharing(kernel, elder_id=elder_id, shown=shown, told=ALOUD, by=child)
        stranger = await home.world.person(Role.VOLUNTEER, elders=(await home.world.elder(name="周桂香"),))
        with pytest.raises(ConsentingElderNotFound):
            await set_sharing(kernel, elder_id=elder_id, shown=shown, told=ALOUD, by=stranger.viewer)
        assert (await home.read("son")).economy == Finding.HELP
