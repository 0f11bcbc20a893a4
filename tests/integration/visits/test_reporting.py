"""What a report says beside its findings: by which form, how long, where, who was there; and at a month's edge."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.consents.actions import Telling, withdraw_consent
from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed
from backend.kit.clock import shanghai_day
from backend.kit.errors import Refusal
from backend.visits.actions import submit
from backend.visits.aid import NeedKind, NewNeed
from backend.visits.errors import AnswersNotOfForm, FormNotKnown, PeopleNotCounted, ProposalNotPossible, VisitNotOver
from backend.visits.models import ProfileProposal, VisitDue, VisitNeed, VisitReport
from backend.visits.proposing import NewProposal, ProposedField
from backend.visits.queries import Report, report
from backend.visits.rules import Finding, Present, VisitPlace
from backend.visits.storing import ReportMade
from tests.factories.village import MORNING, Person, World
from tests.factories.visits import NOTHING, a_report, a_write, everything_stored
from tests.integration.visits.test_races import break_inserts

TOLD: dict[str, Any] = {
    "form": "later/1",
    "answers": {"hazards": ("fire", "heating"), "signs": ("movement",), "taught": ("教了接视频",)},
    "hygiene": Finding.WATCH,
    "minutes": 40,
    "place": VisitPlace.AT_HOME,
    "present": (Present.ELDER, Present.NEIGHBOUR),
    "people": 3,
}
WANTED = (NewNeed(NeedKind.REFIT, " 屋顶要补 "), NewNeed(NeedKind.COMFORT))
CHANGED = (NewProposal(ProposedField.PHONE, "13911112222", "换了新号"),)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.VOLUNTEER, elders=(elder_id,))


async def submitted(world: World, elder_id: UUID, by: Person, **changes: object) -> ReportMade:
    return await submit(world.kernel, report=a_report(elder_id, **changes), write=a_write(by), by=by.viewer)


async def read(world: World, made: ReportMade, by: Person) -> Report:
    return await report(by.viewer.scope, made.id, kernel=world.kernel, by=by.viewer.actor)


class TestWhatIsTold:
    async def test_is_read_as_it_was_told(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        made = await submitted(world, elder_id, volunteer, **TOLD)
        found = await read(world, made, volunteer)
        assert found.answers == {key: list(given) for key, given in TOLD["answers"].items()}
        assert (found.form, found.hygiene, found.minutes, found.place) == ("later/1", "watch", 40, "at_home")
        assert (found.present, found.people, found.visitor_role) == (["elder", "neighbour"], 3, "volunteer")

    async def test_is_encrypted_where_it_speaks_of_the_elder(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await submitted(world, elder_id, volunteer, **TOLD)
        answers = (await VisitReport.get(id=made.id)).answers
        assert answers is not None
        assert b"hazards" not in bytes(answers)

    async def test_may_be_missing_as_in_a_report_of_an_older_client(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await submitted(world, elder_id, volunteer)
        found = await read(world, made, volunteer)
        assert (found.form, found.answers, found.minutes, found.place, found.present) == (None, {}, None, None, [])
        assert await VisitNeed.all().count() == await ProfileProposal.all().count() == 0

    async def test_about_health_is_hidden_by_the_elders_no_and_the_rest_is_not(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await submitted(world, elder_id, volunteer, **{**TOLD, "place": VisitPlace.HOSPITAL})
        committee = await world.person(Role.COMMITTEE, division=world.village)
        no = Telling(Expressed.SPOKEN, "杨树根")
        await withdraw_consent(world.kernel, elder_id=elder_id, purpose=Purpose.HEALTH, told=no, by=committee.viewer)
        found = await read(world, made, volunteer)
        assert (found.answers, found.place) == ({"hazards": ["fire", "heating"]}, None)
        assert len((await read(world, made, committee)).answers) == 3

    async def test_of_a_first_visit_again_is_kept_and_said(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        first = await submitted(world, elder_id, volunteer, form="first/1", answers={"water": ("tap",)})
        again = await submitted(world, elder_id, volunteer, form="first/1", visited_at=MORNING)
        assert (first.first_again, again.first_again) == (False, True)
        assert await VisitReport.filter(form="first/1").count() == 2

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"form": "later/9"}, FormNotKnown),
            ({"form": "later/1", "answers": {"house": ("leak",)}}, AnswersNotOfForm),
            ({"answers": {"hazards": ("fire",)}}, AnswersNotOfForm),
            ({"minutes": 90}, VisitNotOver),
            ({"present": (Present.ELDER, Present.CHILD), "people": 1}, PeopleNotCounted),
            ({"proposals": (NewProposal(ProposedField.PHONE, "yes"),)}, ProposalNotPossible),
        ],
    )
    async def test_that_cannot_be_leaves_nothing(
        self, world: World, elder_id: UUID, volunteer: Person, changes: dict[str, object], refusal: type[Refusal]
    ) -> None:
        with pytest.raises(refusal):
            await submitted(world, elder_id, volunteer, **changes)
        assert await everything_stored() == NOTHING


class TestNeedsAndProposals:
    async def test_are_stored_with_the_report_and_counted_on_its_event(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await submitted(world, elder_id, volunteer, need_items=WANTED, proposals=CHANGED)
        rows = await VisitNeed.filter(report_id=made.id, elder_id=elder_id, state="open").order_by("id")
        assert [(row.kind, row.words is None) for row in rows] == [("refit", False), ("comfort", True)]
        [change] = await ProfileProposal.filter(report_id=made.id, elder_id=elder_id, state="open")
        opened = world.kernel.keys.decrypt(bytes(change.value), f"profile_proposals|value|{change.id}")
        assert opened.decode() == "13911112222"
        event = await AuditEvent.get(tag=Tag.VISIT_REPORTED)
        assert event.payload is not None
        payload = world.kernel.keys.decrypt(bytes(event.payload), f"audit_events|payload|{event.id}")
        assert msgspec.json.decode(payload)["needs"] == 2

    async def test_come_once_under_one_key(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        write, told = a_write(volunteer), a_report(elder_id, need_items=WANTED, proposals=CHANGED)
        first = await submit(world.kernel, report=told, write=write, by=volunteer.viewer)
        assert await submit(world.kernel, report=told, write=write, by=volunteer.viewer) == first
        assert (await VisitNeed.all().count(), await ProfileProposal.all().count()) == (2, 1)

    @pytest.mark.parametrize("table", ["visit_needs", "profile_proposals"])
    async def test_that_cannot_be_stored_leave_no_report(
        self, world: World, elder_id: UUID, volunteer: Person, table: str
    ) -> None:
        await break_inserts(table)
        with pytest.raises(Exception, match="broken_on_purpose"):
            await submitted(world, elder_id, volunteer, need_items=WANTED, proposals=CHANGED)
        assert await everything_stored() == NOTHING
        assert await VisitNeed.all().count() == await ProfileProposal.all().count() == 0


class TestMonthsEdge:
    @pytest.mark.parametrize(
        ("visited", "day", "due"),
        [
            (datetime(2026, 3, 31, 15, 59, tzinfo=UTC), date(2026, 3, 31), date(2026, 4, 30)),
            (datetime(2026, 3, 31, 16, 1, tzinfo=UTC), date(2026, 4, 1), date(2026, 5, 1)),
        ],
    )
    async def test_a_visit_belongs_to_the_month_it_happened_in_china(
        self, world: World, elder_id: UUID, volunteer: Person, visited: datetime, day: date, due: date
    ) -> None:
        """A minute before midnight and a minute after, both handed in two days later, and marked late."""
        world.clock.advance(datetime(2026, 4, 2, 9, tzinfo=UTC) - MORNING)
        made = await submitted(world, elder_id, volunteer, visited_at=visited, minutes=30)
        assert (made.late, made.next_due_on) == (True, due)
        last = (await VisitDue.get(elder_id=elder_id)).last_visit_at
        assert last is not None
        assert shanghai_day(last) == day

    async def test_two_visitors_on_one_day_are_two_visits_of_one_person(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        other = await world.person(Role.VOLUNTEER, name="陈立", elders=(elder_id,))
        await submitted(world, elder_id, volunteer, visited_at=MORNING - timedelta(hours=2))
        await submitted(world, elder_id, other, visited_at=MORNING - timedelta(hours=2))
        assert await VisitReport.filter(elder_id=elder_id).count() == 2
        assert await VisitDue.filter(elder_id=elder_id).count() == 1
