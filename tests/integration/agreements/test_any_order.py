"""Whatever is done in whatever order, nothing is filed without the elder's wish, signatures and consent to one text."""

import contextlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from backend.agreements.models import Act, Agreement, AgreementSpan, Party, Wish
from backend.agreements.rules import ActKind, AgreementState, Answer, Means
from backend.kit.errors import Refusal
from tests.factories.agreements import NOTHING_YET, Household

OLD = "0" * 64
BEFORE_A_DRAFT = {"wish", "no", "draft"}

Step = Callable[[Household], Awaitable[object]]
STEPS: dict[str, Step] = {
    "wish": lambda home: home.wish(),
    "no": lambda home: home.wish(False),
    "draft": lambda home: home.draft(),
    "rewrite": lambda home: home.rewrite(f"改到 {home.world.clock.now()}"),
    "same text again": lambda home: home.rewrite(""),
    "sign": lambda home: home.sign(),
    "sister signs": lambda home: home.sign(home.daughter),
    "sign old text": lambda home: home.sign(text_hash=OLD),
    "accept": lambda home: home.accept(),
    "accept old text": lambda home: home.accept(text_hash=OLD),
    "consent": lambda home: home.consent(),
    "consent by hand": lambda home: home.consent(means=Means.HANDWRITING),
    "consent by word": lambda home: home.consent(means=Means.SPOKEN, words="我同意", signature_id=None),
    "consent to old text": lambda home: home.consent(text_hash=OLD),
    "refuse": lambda home: home.says(Answer.NO),
    "not today": lambda home: home.says(Answer.NOT_TODAY),
    "hand in": lambda home: home.hand_in(),
    "give back": lambda home: home.give_back(),
    "file": lambda home: home.file(),
    "withdraw": lambda home: home.withdraw(),
    "decline": lambda home: home.decline(),
    "suspend": lambda home: home.suspend(),
    "resume": lambda home: home.resume(),
    "end": lambda home: home.end(),
    "extend": lambda home: home.extend(),
}
ROAD = ["wish", "draft", "sign", "accept", "consent", "hand in", "file"]


def along(stones: list[tuple[str, int]]) -> list[str]:
    road = list(ROAD)
    for name, at in stones:
        road[at:at] = [name]
    return [*road, *ROAD[1:]]


STONES = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, len(ROAD))), max_size=6)
# Anyhow; or along the road with stones thrown in, and then along it once more.
ORDERS = st.lists(st.sampled_from(sorted(STEPS)), max_size=25) | STONES.map(along)


async def holds(home: Household) -> AgreementState:
    """What must be true of the household's agreement after every step; its state."""
    row = await home.row()
    live = await Act.filter(agreement_id=row.id, void=False)
    assert {act.text_hash for act in live} <= {row.text_hash}
    kinds = [act.kind for act in live]
    signed = {AgreementState.SIGNED, AgreementState.CONSENTED, AgreementState.HANDED_IN, AgreementState.FILED}
    if row.state in signed:
        children = {home.son.viewer.account_id, home.daughter.viewer.account_id}
        assert {act.account_id for act in live if act.kind is ActKind.SIGN} & children
        assert [act.account_id for act in live if act.kind is ActKind.ACCEPT] == [home.caregiver.viewer.account_id]
    if row.state in signed - {AgreementState.SIGNED}:
        assert kinds.count(ActKind.CONSENT) == 1
    if row.state is AgreementState.FILED:
        wish = await Wish.get(id=row.wish_id)
        assert wish.willing
        last = await Wish.filter(elder_id=home.elder_id, received_at__lte=row.filed_at).order_by("-received_at").first()
        assert last is not None
        assert last.willing
        assert row.number
        assert row.check_code
    return row.state


async def begin_anew(home: Household) -> None:
    """The household before the elder was asked: one serves many examples."""
    for table in (Act, Party, AgreementSpan, Agreement, Wish):
        await table.all().delete()
    home.agreement_id = NOTHING_YET


class TestAnyOrder:
    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @example(order=["wish", "draft", "sign", "accept", "rewrite", "consent", "hand in", "file"])
    @example(order=["wish", "draft", "sign", "accept", "consent", "hand in", "no", "file"])
    @given(order=ORDERS)
    async def test_files_nothing_that_was_not_wished_signed_and_consented_to(
        self, home: Household, order: list[str]
    ) -> None:
        await begin_anew(home)
        filed: dict[UUID, tuple[str, int]] = {}
        for name in order:
            if home.agreement_id == NOTHING_YET and name not in BEFORE_A_DRAFT:
                continue
            home.world.clock.advance(timedelta(seconds=1))
            with contextlib.suppress(Refusal):
                await STEPS[name](home)
            if home.agreement_id != NOTHING_YET and await holds(home) is AgreementState.FILED:
                live = await Act.filter(agreement_id=home.agreement_id, void=False).count()
                as_filed = (await home.text_hash(), live)
                assert filed.setdefault(home.agreement_id, as_filed) == as_filed
        event("filed" if filed else "not filed")

    async def test_files_what_went_straight_along_the_road(self, home: Household) -> None:
        for name in ROAD:
            await STEPS[name](home)
        assert await holds(home) is AgreementState.FILED
