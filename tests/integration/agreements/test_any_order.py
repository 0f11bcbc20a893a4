"""Whoever does whatever in whatever order, at once, again, or broken off half way: the table holds, and nothing is
filed without the wish, every signature and the elder's consent upon the very text filed."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from datetime import timedelta
from itertools import count
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from backend.accounts.models import PhoneLoss
from backend.agreements.models import Act, Agreement, AgreementQuestion, AgreementSpan, Party, Wish
from backend.agreements.parties import SIGNS
from backend.agreements.rules import (
    OVER,
    STANDING,
    ActKind,
    AgreementState,
    Means,
)
from backend.audit.models import AuditEvent
from backend.db import IntegrityError, transaction
from backend.kit.clock import shanghai_day
from backend.kit.errors import Refusal
from backend.outbox.models import OutboxEntry
from tests.factories.agreements import NOTHING_YET, Household
from tests.factories.village import Person
from tests.integration.agreements.anything import (
    BEGINNING,
    MAY_STAY,
    OFFICE,
    ON_PAPER,
    ON_PHONES,
    ONWARD,
    PEOPLE,
    RIGHTFUL,
    TRIES,
    follow,
    in_the_table,
)

AFTER_ALL = 99


NUMBERS = st.integers(0, 10**6)


async def state_of(home: Household) -> AgreementState | None:
    return None if home.agreement_id == NOTHING_YET else (await home.row()).state


async def everything(home: Household) -> tuple[object, ...]:
    """What must not change when something is refused or broken off."""
    rows = [await model.all().order_by("id").values() for model in KEPT]
    return (*rows, await AuditEvent.all().count(), await OutboxEntry.all().count())


KEPT = (AgreementQuestion, Act, Party, AgreementSpan, Agreement, Wish, PhoneLoss)


@contextlib.contextmanager
def killed_at(write: int) -> Iterator[None]:
    """The process dies over that write of an act, an audit event or a fact, the first being 0."""
    left = count(write, -1)

    def deadly(save: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
        async def saved(*args: Any, **named: Any) -> object:
            if next(left) == 0:
                raise BrokenOff
            return await save(*args, **named)

        return saved

    with pytest.MonkeyPatch.context() as patch:
        for model in (Act, AuditEvent, OutboxEntry):
            patch.setattr(model, "save", deadly(model.save))
        yield


async def holds(home: Household) -> None:
    """What is true of every agreement at any time."""
    people = {getattr(home, name).viewer.account_id: name for name in PEOPLE}
    rows = await Agreement.all()
    numbers = [row.number for row in rows if row.number]
    assert len(set(numbers)) == len(numbers)
    assert len([row for row in rows if row.state in STANDING]) <= 1
    for row in rows:
        live = await Act.filter(agreement_id=row.id, void=False)
        assert {act.text_hash for act in live} <= {row.text_hash}
        for act in live:
            by = people[act.account_id or act.captured_by]
            assert by in (OFFICE if act.captured_by and act.means is Means.PAPER else RIGHTFUL[act.kind]), (
                by,
                act.kind,
            )
        own = [(act.kind, act.account_id) for act in live if act.kind in SIGNS.values() and act.account_id]
        assert len(set(own)) == len(own)
        spans = await AgreementSpan.filter(agreement_id=row.id).order_by("starts_at", "id")
        assert [span.ends_at for span in spans[:-1]] == [span.starts_at for span in spans[1:]]
        assert (spans[-1].state, spans[-1].ends_at) == (row.state, None)
        if row.number:
            await filed_rightly(row, live)


async def filed_rightly(row: Agreement, live: list[Act]) -> None:
    """Every needed act stands upon the very text filed, and the elder was willing."""
    kinds = [act.kind for act in live]
    for kind in (ActKind.CONSENT, ActKind.HAND_IN, ActKind.CONFIRM):
        assert kinds.count(kind) == 1, (row.state, kind)
    done = {(act.kind, act.party_id) for act in live}
    for party in await Party.filter(agreement_id=row.id, asked=True):
        assert (SIGNS.get(party.role, ActKind.CONSENT), party.id) in done, (row.state, party.role)
    [consent] = [act.id for act in live if act.kind is ActKind.CONSENT]
    assert [act.attests_id for act in live if act.kind is ActKind.WITNESS] == [consent]
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

    async def tried(self, what: str, who: str) -> None:
        self.home.world.clock.advance(timedelta(seconds=1))
        await TRIES[what].do(self.home, self.who(who))

    async def picked(self, number: int) -> tuple[str, str]:
        """What leads on from here, what the table lets somebody do, or anything by anybody.

        By a number: what is drawn may not hang on how a race has ended.
        """
        chance, state = Random(number), await state_of(self.home)
        if (kind := chance.randrange(6)) == 0:
            return chance.choice(list(TRIES)), chance.choice(PEOPLE)
        if kind > 2 or state is None or state in OVER:
            return chance.choice(ONWARD.get(state, BEGINNING))
        able = {what: [who for who in PEOPLE if follow(state, *in_the_table(what, who))] for what in TRIES}
        what = chance.choice([what for what in able if able[what]])
        return what, chance.choice(able[what])

    @initialize(road=st.sampled_from((ON_PHONES, ON_PAPER)), steps=st.integers(0, len(ON_PAPER)))
    def goes_along_a_road(self, road: tuple[tuple[str, str], ...], steps: int) -> None:
        async def go() -> None:
            for table in KEPT:
                await table.all().delete()
            self.home.agreement_id = NOTHING_YET
            for what, who in road[:steps]:
                await self.tried(what, who)

        self.wait(go())

    @rule(
        number=NUMBERS,
        days=st.sampled_from((0, 0, 0, 0, 0, 0, 0, 40)),
        killed=st.sampled_from((None, None, 0, 1, 2, 3, AFTER_ALL)),
        again=st.booleans(),
    )
    def somebody_tries(self, number: int, days: int, killed: int | None, again: bool) -> None:
        """Killed over it, the person tries anew; not sure whether it went through, once more."""

        async def go() -> None:
            self.home.world.clock.advance(timedelta(days=days))
            what, who = await self.picked(number)
            if await state_of(self.home) is None and (what, who) not in BEGINNING:
                return
            was = await everything(self.home)
            if killed is not None and not await self.is_broken_off(what, who, killed, was):
                return
            await self.is_done_or_refused(what, who, was)
            if again:
                with contextlib.suppress(Refusal):
                    await self.tried(what, who)

        self.wait(go())

    async def is_broken_off(self, what: str, who: str, write: int, was: tuple[object, ...]) -> bool:
        """As when the process is killed between two writes, or before it commits: nothing of it is there. False when it
        had no such write and is done."""
        at = self.home.agreement_id
        with contextlib.suppress(Refusal, BrokenOff):
            async with transaction() if write == AFTER_ALL else contextlib.nullcontext():
                with killed_at(write):
                    await self.tried(what, who)
                if write != AFTER_ALL:
                    return False
                raise BrokenOff
        self.home.agreement_id = at
        assert await everything(self.home) == was, what
        return True

    async def is_done_or_refused(self, what: str, who: str, was: tuple[object, ...]) -> None:
        before, at = await state_of(self.home), self.home.agreement_id
        try:
            await self.tried(what, who)
        except Refusal:
            assert await everything(self.home) == was, what
            return
        after = await state_of(self.home)
        if before is None or after is None or at != self.home.agreement_id or (before is after and what in MAY_STAY):
            return
        assert after in follow(before, *in_the_table(what, who)), (before, what, who, after)

    @rule(number=NUMBERS, other=st.none() | NUMBERS)
    def two_try_at_once(self, number: int, other: int | None) -> None:
        """Often the same person the same, on two devices."""

        async def go() -> None:
            if await state_of(self.home) is None:
                return
            first = await self.picked(number)
            second = first if other is None else await self.picked(other)
            tries = [self.tried(*first), self.tried(*second)]
            for outcome in await asyncio.gather(*tries, return_exceptions=True):
                if isinstance(outcome, BaseException):
                    assert isinstance(outcome, Refusal | IntegrityError), outcome

        self.wait(go())

    @invariant()
    def everything_holds(self) -> None:
        self.wait(holds(self.home))


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
                who = dict(ON_PHONES).get(what, "son")
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
