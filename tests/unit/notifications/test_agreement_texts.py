"""Every reminder and question has words of its own, and WeChat takes them."""

import re
from datetime import date

import pytest

from backend.agreements.notices import Notice
from backend.notifications.agreement_texts import questioned, reminded, renewal_due
from backend.notifications.texts import Message
from backend.wechat.fields import fit

PAGE = "family/agreement?id=0190a0c0-0000-7000-8000-000000000000"
REMINDERS = [Notice.SIGN, Notice.INVITATION_OVER, Notice.ASK_AGAIN, Notice.FILE, Notice.FILE_LATE, Notice.REWRITE]
QUESTIONS = [notice for notice in Notice if notice not in {*REMINDERS, Notice.RENEW}]
MESSAGES = [
    *(reminded(notice, "李秀英", PAGE) for notice in REMINDERS),
    *(questioned(notice, "李秀英", PAGE) for notice in QUESTIONS),
    renewal_due("李秀英", date(2026, 6, 3), PAGE),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.title)
def test_is_chinese_prose_that_wechat_takes_in_full(message: Message) -> None:
    assert re.search(r"[。？]$", message.body)
    assert not re.search(r"[A-Za-z_{}]", message.title + message.body)
    assert 0 < len(message.title) <= 20
    if message.lock_screen is not None:
        assert fit("send_subscription", message.lock_screen.data) == message.lock_screen.data


def test_no_two_say_the_same() -> None:
    assert len({message.body for message in MESSAGES}) == len(MESSAGES)
