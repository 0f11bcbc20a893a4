"""Whoever does whatever in whatever order, at once, again, or broken off half way: the table holds, and nothing is
filed without the wish, every signature and the elder's consent upon the very text filed."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from backend.agreements.models import Act, Agreement, AgreementSpan, Party, Wish
from backend.agreements.rules import (
    MOVES,
    OVER,
    STANDING,
    ActKind,
    AgreementState,
    Answer,
    Hand,
    Means,
    Reason,
    Step,
)
from backend.audit.models import AuditEvent
from backend.db import IntegrityError, transaction
from backend.kit.clock import shanghai_day
from backend.kit.errors import Refusal
from backend.outbox.models import OutboxEntry
from tests.factories.agreements import NOTHING_YET, Household
from tests.factories.village import Person

OLD = "0" * 64


@dataclass(frozen=True)
class Done:
    """One thing a person may try: the table's step (None for what begins an agreement), and how."""

    step: Step | None
    do: Callable[[Household, Person], Awaitable[object]]


TRIES: dict[str, Done] = {
    "yes": Done(Step.ASK_AGAIN, lambda home, by: home.wish(by=by)),
    "no": Done(Step.REFUSE, lambda home, by: home.wish(False, by=by)),
    "draft": Done(None, lambda home, by: home.draft(by)),
    "rewrite": Done(Step.REWRITE, lambda home, by: home.rewrite(f"改到 {home.world.clock.now()}", by)),
    "same text again": Done(Step.REWRITE, lambda home, by: home.rewrite("", by)),
    "view": Done(None, lambda home, by: home.view(by)),
    "sign": Done(Step.SIGN, lambda home, by: home.sign(by)),
    "sign old text": Done(Step.SIGN, lambda home, by: home.sign(by, OLD)),
    "accept": Done(Step.ACCEPT, lambda home, by: home.accept(by)),
    "accept old text": Done(Step.ACCEPT, lambda home, by: home.accept(by, OLD)),
    "consent": Done(Step.CONSENT, lambda home, by: home.consent(by)),
    "consent by word": Done(
        Step.CONSENT, lambda home, by: home.consent(by, means=Means.SPOKEN, words="我同意", signature_id=None)
    ),
    "consent to old text": Done(None, lambda home, by: home.consent(by, text_hash=OLD)),
    "refuse": Done(Step.REFUSE, lambda home, by: home.says(Answer.NO, by)),
    "not today": Done(Step.POSTPONE, lambda home, by: home.says(Answer.NOT_TODAY, by)),
    "extend": Done(Step.EXTEND, lambda home, by: home.extend(by)),
    "hand in": Done(Step.HAND_IN, lambda home, by: home.hand_in(by)),
    "give back": Done(Step.RETURN, lambda home, by: home.give_back(by)),
    "file": Done(Step.FILE, lambda home, by: home.file(by)),
    "withdraw": Done(Step.WITHDRAW, lambda home, by: home.withdraw(by)),
    "decline": Done(Step.DECLINE, lambda home, by: home.decline(by)),
    "suspend": Done(Step.SUSPEND, lambda home, by: home.suspend(by)),
    "resume": Done(Step.RESUME, lambda home, by: home.resume(by)),
    "end": Done(Step.END, lambda home, by: home.end(by=by)),
    "caregiver ends": Done(Step.END, lambda home, by: home.end(Reason.CAREGIVER, by)),
}
PEOPLE = ("son", "daughter", "caregiver", "volunteer", "secretary", "accountant")
HANDS = {
    "son": {Hand.SUPPORTER},
    "daughter": {Hand.SUPPORTER},
    "caregiver": {Hand.CAREGIVER},
    "volunteer": {Hand.VISITOR},
    "secretary": {Hand.COMMITTEE, Hand.VISITOR},
    "accountant": {Hand.COMMITTEE, Hand.VISITOR},
}
ROAD = (
    ("yes", "volunteer"),
    ("draft", "son"),
    ("sign", "son"),
    ("accept", "caregiver"),
    ("consent", "volunteer"),
    ("hand in", "son"),
    ("file", "secretary"),
)


def follows(before: AgreementState, after: AgreementState, step: Step | None, hands: set[Hand]) -> bool:
    """Whether the table lets `step` by one of `hands` lead there."""
    if step is None:
        return after is before
    told_by_acts = {AgreementState.DRAFT, AgreementState.SIGNED}
    for move in MOVES:
        if move.step is step and before in move.before and hands & move.hands:
            if move.after is after:
                return True
            if move.after is None and after in (told_by_acts if step is not Step.POSTPONE else {before}) | {before}:
                return True
    return False


async def state_of(home: Household) -> AgreementState | None:
    return None if home.agreement_id == NOTHING_YET else (await home.row()).state


async def everything(home: Household) -> tuple[object, ...]:
    """What must not change when something is refused or broken off."""
    rows = [await model.all().order_by("id").values() for model in (Agreement, Party, AgreementSpan, Act, Wish)]
    return (*rows, await AuditEvent.all().count(), await OutboxEntry.all().count())


async def holds() -> None:
    """What is true of every agreement at any time."""
    rows = await Agreement.all()
    numbers = [row.number for row in rows if row.number]
    assert len(set(numbers)) == len(numbers)
    assert len([row for row in rows if row.state in STANDING]) <= 1
    for row in rows:
        live = await Act.filter(agreement_id=row.id, void=False)
        assert {act.text_hash for act in live} <= {row.text_hash}
        spans = await AgreementSpan.filter(agreement_id=row.id).order_by("starts_at", "id")
        assert [span.ends_at for span in spans[:-1]] == [span.starts_at for span in spans[1:]]
        assert (spans[-1].state, spans[-1].ends_at) == (row.state, None)
        if row.number:
            await filed_rightly(row, live)


async def filed_rightly(row: Agreement, live: list[Act]) -> None:
    """Every needed act stands upon the very text filed, and the elder was willing."""
    kinds = [act.kind for act in live]
    for kind in (ActKind.SIGN, ActKind.ACCEPT, ActKind.CONSENT, ActKind.WITNESS, ActKind.HAND_IN, ActKind.CONFIRM):
        assert kind in kinds, (row.state, kind)
    assert kinds.count(ActKind.CONSENT) == 1
    assert (await Wish.get(id=row.wish_id)).willing
    assert row.filed_at is not None
    last = await Wish.filter(elder_id=row.elder_id, received_at__lte=row.filed_at).order_by("-received_at").first()
    assert last is not None
    assert last.willing


class Walk(RuleBasedStateMachine):
    """All roles try all steps. `home` and `loop` are the test's own."""

    home: Household
    loop: asyncio.AbstractEventLoop

    def wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()

    def who(self, name: str) -> Person:
        """The person as of today's date."""
        person: Person = getattr(self.home, name)
        today = shanghai_day(self.home.world.clock.now())
        return Person(person.token, msgspec.structs.replace(person.viewer, today=today))

    def try_it(self, what: str, who: str) -> Awaitable[object]:
        return TRIES[what].do(self.home, self.who(who))

    @initialize()
    def begin_anew(self) -> None:
        async def forget() -> None:
            for table in (Act, Party, AgreementSpan, Agreement, Wish):
                await table.all().delete()
            self.home.agreement_id = NOTHING_YET

        self.wait(forget())
        self.last: tuple[str, str] | None = None

    @rule(steps=st.integers(1, len(ROAD)))
    def goes_along_the_road(self, steps: int) -> None:
        async def go() -> None:
            for what, who in ROAD[:steps]:
                self.home.world.clock.advance(timedelta(seconds=1))
                with contextlib.suppress(Refusal):
                    await self.try_it(what, who)

        self.wait(go())

    @rule(what=st.sampled_from(sorted(TRIES)), who=st.sampled_from(PEOPLE), days=st.sampled_from((0, 0, 0, 0, 40)))
    def somebody_tries(self, what: str, who: str, days: int) -> None:
        async def go() -> None:
            self.home.world.clock.advance(timedelta(days=days, seconds=1))
            before, was = await state_of(self.home), await everything(self.home)
            if before is None and what not in ("yes", "no", "draft"):
                return
            at = self.home.agreement_id
            try:
                await self.try_it(what, who)
            except Refusal:
                assert await everything(self.home) == was
                return
            self.last = (what, who)
            after = await state_of(self.home)
            if before is None or after is None or at != self.home.agreement_id:
                return
            table_says = (before is after and what in ("yes", "no")) or follows(
                before, after, TRIES[what].step, HANDS[who]
            )
            assert table_says, (before, what, who, after)

        self.wait(go())

    @precondition(lambda self: self.last is not None)
    @rule()
    def the_same_is_sent_again(self) -> None:
        assert self.last is not None
        what, who = self.last

        async def go() -> None:
            self.home.world.clock.advance(timedelta(seconds=1))
            with contextlib.suppress(Refusal):
                await self.try_it(what, who)

        self.wait(go())

    @rule(
        first=st.sampled_from(sorted(TRIES)),
        second=st.sampled_from(sorted(TRIES)),
        people=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)),
    )
    def two_try_at_once(self, first: str, second: str, people: tuple[str, str]) -> None:
        async def go() -> None:
            if await state_of(self.home) is None:
                return
            self.home.world.clock.advance(timedelta(seconds=1))
            tried = [self.try_it(what, who) for what, who in zip((first, second), people, strict=True)]
            for outcome in await asyncio.gather(*tried, return_exceptions=True):
                if isinstance(outcome, BaseException):
                    assert isinstance(outcome, Refusal | IntegrityError), outcome

        self.wait(go())

    @rule(what=st.sampled_from(sorted(TRIES)), who=st.sampled_from(PEOPLE))
    def one_is_broken_off(self, what: str, who: str) -> None:
        """As when the process is killed before it commits: nothing of it is there."""

        async def go() -> None:
            if await state_of(self.home) is None:
                return
            was, at = await everything(self.home), self.home.agreement_id
            with contextlib.suppress(Refusal, BrokenOff):
                async with transaction():
                    await self.try_it(what, who)
                    raise BrokenOff
            self.home.agreement_id = at
            assert await everything(self.home) == was

        self.wait(go())

    @invariant()
    def everything_holds(self) -> None:
        self.wait(holds())


class BrokenOff(Exception):
    """The process is gone."""


class TestAnyOrder:
    @pytest.mark.timeout(240)
    async def test_the_table_holds_whoever_does_whatever(self, home: Household) -> None:
        walk = type("HereWalk", (Walk,), {"home": home, "loop": asyncio.get_running_loop()})
        checks = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
        how = settings(max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=checks)
        await asyncio.to_thread(run_state_machine_as_test, walk, settings=how)

    async def test_every_state_is_reached_by_somebody_s_steps(self, home: Household) -> None:
        reached = {AgreementState.DRAFT}

        async def go(*steps: str) -> None:
            for what in steps:
                who = dict(ROAD).get(what, "son")
                home.world.clock.advance(timedelta(seconds=1))
                await TRIES[what].do(home, getattr(home, WHO.get(what, who)))
                if home.agreement_id != NOTHING_YET:
                    reached.add((await home.row()).state)

        await go("yes", "draft", "sign", "accept", "refuse", "yes", "consent", "hand in", "give back", "rewrite")
        await go("sign", "accept", "consent", "hand in", "file", "suspend", "resume")
        older = home.agreement_id
        today = home.son.viewer.today
        await home.draft(renews_id=older, ends_on=today.replace(year=today.year + 2))
        await go("sign", "accept", "consent", "hand in", "file")
        reached.add((await Agreement.get(id=older)).state)
        await go("end", "draft", "decline", "draft", "withdraw")
        assert reached == set(AgreementState)
        assert {state for state in reached if state in OVER} == OVER


WHO = {"refuse": "volunteer", "give back": "secretary", "decline": "caregiver"}
