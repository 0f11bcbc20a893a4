"""Which class an errcode belongs to, and what the classes promise (vendor documentation, part by part)."""

import pytest

from backend.kit.errors import Conflict, Invalid
from backend.wechat.errors import (
    CodeNotAccepted,
    FieldNotAccepted,
    NoGrantLeft,
    OutcomeUnknown,
    TokenNotAccepted,
    WeChatBusy,
    WeChatDeclined,
    WeChatError,
    WeChatNeedsOperator,
    WeChatQuotaUsedUp,
    WeChatUnreachable,
    error_for,
)

DOCUMENTED = {
    TokenNotAccepted: [40001, 40014, 42001],
    WeChatBusy: [-1, 43108, 44990, 44991, 45011],
    WeChatQuotaUsedUp: [44993, 45009],
    CodeNotAccepted: [40029, 40163],
    NoGrantLeft: [43101],
    FieldNotAccepted: [47003],
    WeChatDeclined: [40003, 40037, 40226, 43107, 61010],
    WeChatNeedsOperator: [40013, 40125, 40164, 40243, 48001, 50004, 89503],
}


@pytest.mark.parametrize(
    ("errcode", "kind"), [(errcode, kind) for kind, errcodes in DOCUMENTED.items() for errcode in errcodes]
)
def test_an_errcode_has_one_class(errcode: int, kind: type[WeChatError]) -> None:
    assert type(error_for("call", errcode)) is kind


def test_an_errcode_nobody_has_seen_is_permanent() -> None:
    assert type(error_for("call", 99999)) is WeChatDeclined


def test_only_an_unknown_outcome_may_have_been_done() -> None:
    answered = [error_for("call", errcode) for errcodes in DOCUMENTED.values() for errcode in errcodes]

    assert all(error.certainly_not_done for error in [*answered, WeChatUnreachable("call")])
    assert not OutcomeUnknown("call").certainly_not_done


def test_every_error_is_a_refusal_with_words_for_people_and_a_code_for_programs() -> None:
    kinds = [*DOCUMENTED, WeChatUnreachable, OutcomeUnknown]

    assert len({kind.code for kind in kinds}) == len(kinds)
    assert all(kind.user_message != Conflict.user_message for kind in kinds)
    assert all(issubclass(kind, Conflict | Invalid) for kind in kinds)


def test_an_error_carries_what_the_vendor_asks_for_and_nothing_else() -> None:
    error = error_for("send_subscription", 43101, "693398e6-48ac74fd-2c498819")

    assert str(error) == "no_grant_left call=send_subscription errcode=43101 rid=693398e6-48ac74fd-2c498819"
