"""What the calendar does to agreements, by one worker or two, the first time or the third."""

import asyncio
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

import msgspec
import pytest

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.agreements.facts import AgreementReminded, RenewalDue
from backend.agreements.keeping import Keeping
from backend.agreements.models import AgreementNotice, AgreementSpan
from backend.agreements.rules import AgreementState, Answer, Reason
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.families.models import FamilyMember
from backend.kit.clock import shanghai_day
from backend.notifications import agreement_news
from backend.notifications.audience import committee
from backend.notifications.news import Letter
from backend.outbox.box import Fact
from backend.outbox.models import OutboxEntry
from backend.tasks.models import Task
from backend.tasks.rules import TaskKind
from tests.factories.agreements import Household
from tests.factories.calls import give_openid
from tests.factories.village import Person


@pytest.fixture
def keeping(home: Household) -> Keeping:
    return Keeping(home.world.kernel, home.evidence)


def today(home: Household) -> date:
    return shanghai_day(home.world.clock.now())


async def pass_days(home: Household, keeping: Keeping, days: int) -> None:
    """Then two workers go through the timetable, and one of them once more."""
    home.world.clock.advance(timedelta(days=days))
    for job in (keeping.follow_calendar, keeping.remind_due):
        await asyncio.gather(job(), job())
        assert await job() == 0


async def notices() -> list[str]:
    return [each.notice.value for each in await AgreementNotice.all().order_by("told_at", "id")]


async def letters(home: Household, fact_type: type[Fact]) -> list[Letter]:
    """Of every such fact ever put."""
    found: list[Letter] = []
    for entry in await OutboxEntry.filter(topic=fact_type.__name__).order_by("id"):
        fact = msgspec.json.decode(entry.payload, type=fact_type)
        found += await agreement_news.AGREEMENT_NEWS[fact_type](fact, home.world.clock.now())
    return found


def told(found: list[Letter], *people: Person, office: Iterable[UUID] = ()) -> bool:
    return {letter.to for letter in found} == {*office, *(each.viewer.account_id for each in people)}


async def office(home: Household) -> list[UUID]:
    return await committee(home.world.village.id, today(home))


async def now(home: Household) -> tuple[AgreementState, Reason | None]:
    span = await AgreementSpan.get(agreement_id=home.agreement_id, ends_at=None)
    assert span.state is (await home.row()).state
    return span.state, span.reason


class TestTerm:
    async def test_is_over_on_the_morning_after_its_last_day(self, home: Household, keeping: Keeping) -> None:
        await home.filed()
        await pass_days(home, keeping, 365)
        assert await now(home) == (AgreementState.FILED, None)
        await pass_days(home, keeping, 1)
        assert await now(home) == (AgreementState.ENDED, Reason.TERM)
        assert await OutboxEntry.filter(topic="AgreementEnded").count() == 1

    async def test_is_over_also_while_suspended(self, home: Household, keeping: Keeping) -> None:
        await home.filed()
        home.world.clock.advance(timedelta(days=360))
        await home.suspend(until=home.son.viewer.today + timedelta(days=170))
        await pass_days(home, keeping, 6)
        assert await now(home) == (AgreementState.ENDED, Reason.TERM)

    async def test_family_and_committee_hear_before_and_once_more(self, home: Household, keeping: Keeping) -> None:
        await home.filed()
        for days, times in ((319, 0), (1, 1), (30, 1), (1, 2), (14, 2)):
            await pass_days(home, keeping, days)
            assert await OutboxEntry.filter(topic="RenewalDue").count() == times
        family = (home.son, home.daughter, home.caregiver)
        assert told(await letters(home, RenewalDue), *family, office=await office(home))

    async def test_that_ends_while_suspended_is_told_of_as_well(self, home: Household, keeping: Keeping) -> None:
        await home.filed()
        home.world.clock.advance(timedelta(days=300))
        await home.suspend(until=home.son.viewer.today + timedelta(days=170))
        for days, times in ((19, 0), (1, 1), (31, 2)):
            await pass_days(home, keeping, days)
            assert await OutboxEntry.filter(topic="RenewalDue").count() == times

    async def test_nobody_is_reminded_of_what_is_being_renewed(self, home: Household, keeping: Keeping) -> None:
        await home.filed()
        await home.draft(renews_id=home.agreement_id, ends_on=home.son.viewer.today + timedelta(days=700))
        await pass_days(home, keeping, 330)
        assert await OutboxEntry.filter(topic="RenewalDue").count() == 0


class TestSuspension:
    async def test_is_over_the_morning_after_its_last_day(self, home: Household, keeping: Keeping) -> None:
        await home.filed()
        await home.suspend()
        await pass_days(home, keeping, 20)
        assert (await now(home))[0] is AgreementState.SUSPENDED
        await pass_days(home, keeping, 1)
        assert await now(home) == (AgreementState.FILED, None)
        assert await OutboxEntry.filter(topic="AgreementResumed").count() == 1

    async def test_begins_when_no_caregiver_is_left_and_not_again_once_taken_up(
        self, home: Household, keeping: Keeping
    ) -> None:
        await home.filed()
        await FamilyMember.filter(id=home.places["caregiver"]).update(ended_at=home.world.clock.now())
        await pass_days(home, keeping, 1)
        assert await now(home) == (AgreementState.SUSPENDED, Reason.CAREGIVER_GONE)
        assert await notices() == ["caregiver_gone"]
        await home.resume()
        await pass_days(home, keeping, 1)
        assert await now(home) == (AgreementState.FILED, None)


async def test_each_year_the_committee_looks_whether_it_still_fits(home: Household, keeping: Keeping) -> None:
    await home.wish()
    await home.draft(ends_on=home.son.viewer.today + timedelta(days=900))
    await home.sign()
    await home.accept()
    await home.consent()
    await home.hand_in()
    await home.file()
    for days, times in ((364, 0), (1, 1), (300, 1), (66, 2)):
        await pass_days(home, keeping, days)
        assert (await notices()).count("yearly") == times
    assert await Task.filter(kind=TaskKind.AGREEMENT_REVIEW).count() == 1


class TestReminders:
    async def test_of_signing_come_after_three_days_then_weekly_at_most_four_times(
        self, home: Household, keeping: Keeping
    ) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        for days, times in ((2, 0), (1, 1), (6, 1), (1, 2), (7, 3), (7, 4), (6, 4)):
            await pass_days(home, keeping, days)
            assert (await notices()).count("sign") == times
        assert told(await letters(home, AgreementReminded), home.caregiver)

    async def test_tell_the_drafter_when_the_invitation_is_over(self, home: Household, keeping: Keeping) -> None:
        await home.wish()
        await home.draft(home.secretary)
        await pass_days(home, keeping, 31)
        assert await notices() == ["invitation_over"]
        [letter] = await letters(home, AgreementReminded)
        assert letter.to == home.secretary.viewer.account_id
        assert letter.message.page.startswith("office/")

    async def test_send_the_visitor_to_an_elder_who_said_not_today(self, home: Household, keeping: Keeping) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        await home.accept()
        await home.says(Answer.NOT_TODAY, ask_again_on=today(home) + timedelta(days=9))
        for days, times in ((8, 0), (1, 1), (9, 1)):
            await pass_days(home, keeping, days)
            assert (await notices()).count("ask_again") == times
        assert told(await letters(home, AgreementReminded), home.volunteer)

    async def test_send_the_visitor_to_an_elder_who_said_no(self, home: Household, keeping: Keeping) -> None:
        await home.wish(willing=False)
        await pass_days(home, keeping, 30)
        assert await notices() == ["ask_again"]
        await home.wish(willing=False, ask_again_on=today(home) + timedelta(days=30))
        await pass_days(home, keeping, 29)
        assert await notices() == ["ask_again"]

    async def test_call_the_committee_and_then_the_township(self, home: Household, keeping: Keeping) -> None:
        township = await home.world.person(Role.TOWNSHIP, division=home.world.township)
        await home.handed_in()
        await pass_days(home, keeping, 7)
        assert await notices() == []
        await pass_days(home, keeping, 1)
        assert await notices() == ["file"]
        await pass_days(home, keeping, 7)
        assert await notices() == ["file", "file_late"]
        assert told(await letters(home, AgreementReminded), township, office=await office(home))

    async def test_tell_the_drafter_of_what_was_returned(self, home: Household, keeping: Keeping) -> None:
        await home.handed_in()
        await home.give_back()
        await pass_days(home, keeping, 6)
        assert await notices() == []
        await pass_days(home, keeping, 1)
        assert await notices() == ["rewrite"]
        assert told(await letters(home, AgreementReminded), home.son)

    @pytest.mark.parametrize("reason", [LeaveReason.DIED, LeaveReason.MOVED_AWAY])
    async def test_are_silent_about_who_died_or_left(
        self, home: Household, keeping: Keeping, reason: LeaveReason
    ) -> None:
        await home.wish()
        await home.draft()
        await pass_days(home, keeping, 3)
        by = home.secretary.viewer
        await leave(home.world.kernel, elder_id=home.elder_id, reason=reason, on=by.today, by=by)
        assert await letters(home, AgreementReminded) == []
        await pass_days(home, keeping, 7)
        assert await notices() == ["sign"]

    async def test_leave_it_to_the_committee_to_ring_who_has_no_wechat(self, home: Household, keeping: Keeping) -> None:
        await home.wish()
        await home.draft()
        for person in (home.son, home.caregiver):
            await give_openid(home.world, person)
        await pass_days(home, keeping, 3)
        assert await Task.filter(kind=TaskKind.AGREEMENT_CALL).count() == 0
        await Account.filter(id=home.caregiver.viewer.account_id).update(openid=None, openid_hash=None)
        await pass_days(home, keeping, 7)
        assert await Task.filter(kind=TaskKind.AGREEMENT_CALL, division_id=home.world.village.id).count() == 1
