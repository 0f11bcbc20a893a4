"""The words people read, in the inbox and on the lock screen."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.agreements.rules import PartyRole, Reason
from backend.elders.rules import PriorityTier
from backend.incidents.rules import ConcernKind, IncidentStep
from backend.kit.ids import uuid7
from backend.notifications import (
    agreement_texts,
    call_texts,
    family_texts,
    incident_texts,
    reply_texts,
    texts,
    visitor_texts,
)
from backend.notifications.texts import Message, Where
from backend.settings import TEMPLATE_KINDS
from backend.tasks.rules import TaskKind
from backend.wechat.fields import fit, fits, kind_of

AT = datetime(2026, 6, 3, 11, 30, tzinfo=UTC)
ID = uuid7()
PAGE_COLUMN = 120
# Names as registers have them: short, long, of other peoples, of foreigners, with a careless line break.
NAMES = st.one_of(
    st.sampled_from(["李秀英", "阿卜杜热西提·买买提明", "欧阳", "Nguyen Thi Kim Lan", "王 大爷", "赵\n大娘"]),
    st.text(st.characters(categories=["L"]), min_size=1, max_size=40),
)

MESSAGES: dict[str, Callable[[str, str], Message]] = {
    "authorization_withdrawn": lambda _, __: texts.authorization_withdrawn(),
    "wish_willing": lambda elder, _: texts.wish_willing(elder, ID),
    "wish_unwilling": lambda elder, _: texts.wish_unwilling(elder, ID),
    "agreement_to_sign": lambda elder, _: texts.agreement_to_sign(elder, ID),
    "agreement_to_accept": lambda elder, _: texts.agreement_to_accept(elder, ID),
    "agreement_signed": lambda elder, _: texts.agreement_signed(elder, ID),
    "agreement_accepted": lambda elder, _: texts.agreement_accepted(elder, ID),
    "agreement_to_consent": lambda elder, _: texts.agreement_to_consent(elder, ID),
    "agreement_consented": lambda elder, _: texts.agreement_consented(elder, ID),
    "agreement_to_confirm": lambda elder, _: texts.agreement_to_confirm(elder, ID),
    "agreement_asked": lambda elder, _: agreement_texts.agreement_asked(elder, ID),
    "agreement_replied": lambda elder, _: agreement_texts.agreement_replied(elder, ID),
    "agreement_returned": lambda elder, _: texts.agreement_returned(elder, ID),
    "agreement_filed": lambda elder, _: texts.agreement_filed(elder, ID),
    "signature_doubted": lambda elder, _: texts.signature_doubted(elder, True, ID),
    "agreement_sealed": lambda elder, _: texts.agreement_sealed(elder, ID),
    "agreement_extended": lambda elder, _: texts.agreement_extended(elder, ID),
    "agreement_withdrawn": lambda elder, _: texts.agreement_withdrawn(elder, ID),
    "agreement_declined": lambda elder, _: texts.agreement_declined(elder, PartyRole.CAREGIVER, ID),
    "agreement_postponed": lambda elder, _: texts.agreement_postponed(elder, AT.date(), ID),
    "agreement_refused_by_elder": lambda elder, _: texts.agreement_refused_by_elder(elder, ID),
    "agreement_stopped_by_elder": lambda elder, _: texts.agreement_stopped_by_elder(elder, ID),
    "agreement_suspended": lambda elder, _: texts.agreement_suspended(elder, Reason.HOSPITAL, None, ID),
    "agreement_resumed": lambda elder, _: texts.agreement_resumed(elder, ID),
    "agreement_ended": lambda elder, _: texts.agreement_ended(elder, Reason.TERM, ID),
    "visit_reported": lambda elder, other: texts.visit_reported(elder, other, AT, ID),
    "family_thanked": lambda elder, _: reply_texts.family_thanked(elder),
    "family_asked": lambda elder, _: reply_texts.family_asked(elder),
    "family_answered": lambda elder, _: reply_texts.family_answered(elder, ID),
    "call_proposed": lambda elder, other: call_texts.call_proposed(elder, other, [AT, AT + timedelta(days=1)], ID),
    "call_taken": lambda elder, other: call_texts.call_taken(elder, other, AT, ID),
    "call_promised": lambda elder, _: call_texts.call_promised(elder, AT, ID),
    "call_opened": lambda elder, other: call_texts.call_opened(elder, other, AT, ID),
    "call_closed": lambda elder, _: call_texts.call_closed(elder, 754, ID),
    "call_cancelled": lambda elder, _: call_texts.call_cancelled(elder, AT, ID),
    "place_claimed": lambda elder, other: texts.place_claimed(elder, other, "儿子", ID),
    "place_confirmed": lambda elder, _: texts.place_confirmed(elder, ID),
    "whereabouts_due": lambda _, __: texts.whereabouts_due(),
    "contact_due": lambda _, __: family_texts.contact_due(),
    "talks_due": lambda _, __: family_texts.talks_due(3),
    "duty_appealed": lambda _, __: family_texts.duty_appealed(ID),
    "visitor_told": lambda elder, other: visitor_texts.visitor_told(elder, other, ID),
    "visitor_chosen": lambda elder, _: visitor_texts.visitor_chosen(elder),
    "visitor_released": lambda elder, _: visitor_texts.visitor_released(elder),
    "visitor_missing": lambda elder, _: visitor_texts.visitor_missing(elder),
    "weather_visits": lambda _, __: visitor_texts.weather_visits("上坪村", AT.date(), Where.VISITS),
    "event_visit": lambda elder, _: visitor_texts.event_visit(elder, 24, Where.VISITORS),
    "service_requested": lambda elder, _: texts.service_requested(elder, ID),
    "service_request_answered": lambda elder, _: texts.service_request_answered(elder),
    "volunteer_applied": lambda _, other: texts.volunteer_applied(other),
    "volunteer_trained": lambda _, __: texts.volunteer_trained(),
    "volunteer_paired": lambda elder, _: texts.volunteer_paired(elder),
    "family_of_paired": lambda elder, other: texts.family_of_paired(elder, other, ID),
    "correction_asked": lambda elder, other: texts.correction_asked(elder, other, ID),
    "correction_answered": lambda elder, _: texts.correction_answered(elder, True, ID),
    "task_raised": lambda elder, _: texts.task_raised(TaskKind.A_CHILD_SHOULD_STAY, elder, AT),
    "key_help_listed": lambda elder, _: texts.key_help_listed(elder, ID),
    "key_help_reported": lambda _, __: texts.key_help_reported("上坪村", 3),
    "tier_changed": lambda elder, _: texts.tier_changed(elder, PriorityTier.ROUTINE, PriorityTier.HIGH, Where.VISITS),
    "family_told": lambda elder, _: incident_texts.family_told(elder, ConcernKind.HARM, ID),
    "office_asked": lambda elder, other: incident_texts.office_asked(elder, other, ConcernKind.ILLNESS, ID),
    "unanswered": lambda elder, other: incident_texts.unanswered(elder, other, ConcernKind.OTHER, ID),
    "ring_now": lambda elder, other: incident_texts.ring_now(elder, other, ID),
    "screening_opened": lambda _, __: texts.screening_opened("春季摸底排查", AT.date()),
}
SHOWN = {name: make for name, make in MESSAGES.items() if make("李秀英", "王小燕").lock_screen}


def test_every_message_is_looked_at_here() -> None:
    made = {
        name
        for name, value in {
            **vars(texts),
            **vars(call_texts),
            **vars(family_texts),
            **vars(visitor_texts),
            **vars(reply_texts),
            **vars(incident_texts),
        }.items()
        if getattr(value, "__annotations__", {}).get("return") is Message
    }
    made |= {name for name in vars(agreement_texts) if name.startswith("agreement_")}
    assert made - {"_agreement"} == set(MESSAGES)


class TestLockScreen:
    @pytest.mark.parametrize("name", SHOWN)
    @settings(max_examples=40)
    @given(elder=NAMES, other=NAMES)
    def test_wechat_takes_every_field_whatever_the_names(self, name: str, elder: str, other: str) -> None:
        lock_screen = SHOWN[name](elder, other).lock_screen
        assert lock_screen is not None
        for key, value in fit("send_subscription", lock_screen.data).items():
            kind = kind_of(key)
            assert kind is not None
            assert fits(kind, value)

    @pytest.mark.parametrize("name", SHOWN)
    def test_says_its_words_in_full_for_an_ordinary_name(self, name: str) -> None:
        lock_screen = SHOWN[name]("李秀英", "王小燕").lock_screen
        assert lock_screen is not None
        assert fit("send_subscription", lock_screen.data) == lock_screen.data

    @pytest.mark.parametrize("name", SHOWN)
    def test_belongs_to_a_template_that_settings_name(self, name: str) -> None:
        message = SHOWN[name]("李秀英", "王小燕")
        assert message.lock_screen is not None
        assert message.lock_screen.template.value == message.kind.value
        assert message.lock_screen.template in TEMPLATE_KINDS


class TestInbox:
    @pytest.mark.parametrize("name", MESSAGES)
    def test_is_chinese_prose_with_a_page_that_fits_its_column(self, name: str) -> None:
        message = MESSAGES[name]("李秀英", "王小燕")
        assert re.search(r"[。？]$", message.body)
        assert not re.search(r"[A-Za-z_{}]", message.title + message.body)
        assert 0 < len(message.title) <= 20
        assert len(message.page) <= PAGE_COLUMN

    @pytest.mark.parametrize("name", MESSAGES)
    def test_a_link_carries_an_id_and_nothing_else(self, name: str) -> None:
        assert re.fullmatch(r"[a-z]+/[a-z]+(\?id=[0-9a-f-]{36})?", MESSAGES[name]("李秀英", "王小燕").page)

    def test_times_are_said_as_in_china(self) -> None:
        assert texts.spoken(AT) == "6月3日周三 19:30"
        assert texts.spoken(datetime(2026, 6, 6, 16, 5, tzinfo=UTC)) == "6月7日周日 00:05"

    @pytest.mark.parametrize(
        ("at", "said"),
        [(AT, "6月3日周三 19:30"), (datetime(2026, 6, 3, 16, tzinfo=UTC), "6月3日")],
    )
    def test_the_end_of_a_day_is_said_as_the_day(self, at: datetime, said: str) -> None:
        assert texts.by(at) == said

    @pytest.mark.parametrize(
        ("seconds", "said"), [(754, "聊了 12 分钟"), (60, "聊了 1 分钟"), (59, "聊了一小会儿"), (0, "没能聊上")]
    )
    def test_minutes_are_said_as_people_say_them(self, seconds: int, said: str) -> None:
        assert said in call_texts.call_closed("李秀英", seconds, ID).body


class TestIncidents:
    def test_every_kind_is_said_in_words(self) -> None:
        assert set(incident_texts.KIND_WORDS) == set(ConcernKind)

    def test_only_who_answers_hands_over_or_closes_is_told_of(self) -> None:
        told = {step for step in IncidentStep if incident_texts.moved(step, "李秀英", ID)}
        assert told == {IncidentStep.ACKNOWLEDGE, IncidentStep.HAND_OVER, IncidentStep.CLOSE}
