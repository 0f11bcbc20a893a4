"""What the templates say, filled with what a family chose."""

from datetime import date
from typing import Any

import pytest

from backend.agreements.errors import PartyTwice, TermsNotComplete
from backend.agreements.paper import Draft, Home, Person, Promise, check, write
from backend.agreements.rules import AgreementKind, PartyRole
from backend.agreements.templates import CURRENT, TEMPLATES, template
from backend.documents.canonical import canonical_bytes, read_canonical
from backend.kit.ids import uuid7

SON, DAUGHTER, NEIGHBOUR = uuid7(), uuid7(), uuid7()
FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
HOME = Home(
    elder=Person("李桂兰", place="三组12号"),
    village="上坪村",
    contacts=("王建国（儿子）", "李春花（邻居）"),
    members={
        SON: Person("王建国", "儿子", "深圳市"),
        DAUGHTER: Person("王秀英", "女儿", "东莞市"),
        NEIGHBOUR: Person("李春花", "邻居", "上坪村"),
    },
    drafted_on=FIRST,
)


def care(**changes: Any) -> Draft:
    given: dict[str, Any] = {
        "supporters": (Promise(SON),),
        "caregivers": (NEIGHBOUR,),
        "duties": ("look_in", "meals"),
        "starts_on": FIRST,
        "ends_on": LAST,
    }
    return Draft(**{**given, **changes})


def support(**changes: Any) -> Draft:
    shares = (Promise(SON, monthly=500), Promise(DAUGHTER, task="每月接去住一个星期"))
    return care(kind=AgreementKind.SUPPORT, supporters=shares, caregivers=(), duties=(), **changes)


def words(draft: Draft) -> str:
    return canonical_bytes(write(template(CURRENT[draft.kind]), draft, HOME)).decode()


class TestCare:
    @pytest.mark.parametrize(
        "said",
        [
            "不是监护协议",
            "各方同意用电子方式签",
            "任何一方都可以随时提出结束",
            "不收报酬",
            "每周不少于2次",
            "受托人亲自来做",
            "先要委托人同意",
            "找人的先后：王建国（儿子）、李春花（邻居）",
            "房屋、存款、证件由老人自己作主",
            "没有垫付的义务",
            "备案不是审批",
            "不涉及婚姻、收养、继承和土地",
        ],
    )
    def test_says_what_law_and_mission_ask_for(self, said: str) -> None:
        assert said in words(care())

    @pytest.mark.parametrize(
        ("changes", "there", "gone"),
        [
            ({"fee_monthly": 300}, "每月付给受托人300元", "不收报酬"),
            ({"advance_limit": 500}, "垫付不超过500元", "没有垫付的义务"),
            ({"keys_held": True}, "一把钥匙", "老人同意把家里的钥匙都"),
            ({"look_in_weekly": 5}, "每周不少于5次", "每周不少于2次"),
            ({"special": "每月5号取药{村}"}, "每月5号取药{村}", "家里另外商量好的\n条"),
        ],
    )
    def test_follows_what_was_chosen(self, changes: dict[str, Any], there: str, gone: str) -> None:
        text = words(care(**changes))
        assert there in text
        assert gone not in text

    def test_is_read_back_as_it_was_written(self) -> None:
        text = write(template("care/2"), care(legal_agent=DAUGHTER), HOME)
        assert read_canonical(canonical_bytes(text)) == text
        assert [party.role for party in text.parties] == [
            "老人",
            "委托人（赡养人）",
            "受托人（照顾的人）",
            "法定代理人",
        ]


class TestSupport:
    def test_names_each_child_s_share_and_no_caregiver(self) -> None:
        text = words(support())
        assert "王建国：每月给生活费500元" in text
        assert "王秀英：至少每7天打一次电话或者视频，每年回家看望不少于1次，每月接去住一个星期" in text
        assert "受托人" not in text


class TestCheck:
    @pytest.mark.parametrize(
        ("draft", "refusal"),
        [
            (care(supporters=()), TermsNotComplete),
            (care(caregivers=()), TermsNotComplete),
            (care(duties=()), TermsNotComplete),
            (care(duties=("cook",)), TermsNotComplete),
            (care(caregivers=(SON,)), PartyTwice),
            (care(supporters=(Promise(SON), Promise(SON))), PartyTwice),
            (care(kind=AgreementKind.SUPPORT), TermsNotComplete),
        ],
    )
    def test_refuses_what_the_template_does_not_take(self, draft: Draft, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            check(draft, template(CURRENT[draft.kind]))

    def test_takes_what_it_asks_for(self) -> None:
        for draft in (care(), support(), care(legal_agent=SON)):
            check(draft, template(CURRENT[draft.kind]))


class TestTemplates:
    @pytest.mark.parametrize("name", sorted(TEMPLATES))
    def test_each_is_named_by_its_kind_and_number_and_has_the_elder_once(self, name: str) -> None:
        found = template(name)
        assert found.id == name
        assert name.startswith(f"{found.kind}/")
        assert (found.place(PartyRole.ELDER).least, found.place(PartyRole.ELDER).most) == (1, 1)
