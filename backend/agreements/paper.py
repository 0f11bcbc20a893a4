"""The agreement's wording, by template version. A template once used is never edited, only followed by the next.

Wording follows the forms villages use: what is looked after, how often, telling at once when something is wrong, the
child's duty staying with the child, property untouched, ending, disputes (民法典 art. 919-936; 老年人权益保障法
art. 13-22, 75; 电子签名法 art. 3).
"""

from dataclasses import dataclass
from datetime import date

from backend.documents.canonical import AgreementText, Clause, Party

TEMPLATE = "care/1"

DUTIES = {
    "look_in": "平时多去看看，每周不少于两次，老人身体不好的时候每天都去",
    "meals": "帮助老人吃好一日三餐",
    "medicine": "提醒老人按时吃药，陪同看病、取药",
    "safety": "检查用电、用火、用气和门窗，遇到雨雪大风提前上门",
    "errands": "代买日用品、代缴水电费，票据交老人保存",
    "company": "陪老人说说话，帮老人和子女通电话、视频",
}
"""What a caregiver may take on, by the key the draft names."""


@dataclass(frozen=True, slots=True)
class Person:
    """One named person as the text prints one."""

    name: str
    relation: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the family fills in; everything else is the template's."""

    elder: Person
    supporter: Person
    caregiver: Person
    village: str
    duties: tuple[str, ...]
    special: str
    drafted_on: date
    starts_on: date
    ends_on: date


def write(terms: Terms) -> AgreementText:
    """The text for these terms under the present template."""
    duties = tuple(f"{DUTIES[duty]}；" for duty in terms.duties)
    special = (Clause("家里另外商量好的", (terms.special,)),) if terms.special else ()
    return AgreementText(
        template=TEMPLATE,
        title="留守老年人委托照顾协议书",
        drafted_on=terms.drafted_on,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        parties=(
            Party("老人", terms.elder.name, (("住址", terms.elder.place),)),
            Party("委托人（赡养人）", terms.supporter.name, _details(terms.supporter, "现在工作的地方")),
            Party("受托人（照顾的人）", terms.caregiver.name, _details(terms.caregiver, "住址")),
        ),
        clauses=(
            Clause(
                "为什么签这份协议",
                (
                    "委托人在外工作，一时不能亲自照顾老人。老人本人愿意，委托人请受托人在平日里照看老人，受托人愿意承担。",
                    "签协议不免除委托人的赡养责任。委托人要常打电话、常视频、常回家看看，按时给老人生活费用。",
                ),
            ),
            Clause("受托人做些什么", duties),
            Clause(
                "有事马上说",
                (
                    "老人生病、摔倒、联系不上，或者家里有危险，受托人先救急（拨打120、110），"
                    f"再马上告诉委托人和{terms.village}村民委员会。",
                    "委托人随时可以问老人的情况，受托人如实说。",
                ),
            ),
            Clause(
                "老人的意愿和财产",
                (
                    "怎么照顾，先听老人的。老人不愿意了，可以随时说，本协议随即停止。",
                    "老人的房屋、存款、证件由老人自己作主，受托人不代管，也不得以照顾为由占用。",
                    "不打骂、不冷落、不嫌弃老人。",
                ),
            ),
            *special,
            Clause(
                "电子签名、期限和纠纷",
                (
                    "各方同意用电子方式签这份协议。协议不涉及婚姻、收养、继承和土地。",
                    "协议从最后一方办完之日或者约定的开始日期（以晚的为准）起有效，报村民委员会备案。",
                    "有分歧先商量，可以请村民委员会调解，也可以直接向人民法院起诉。",
                ),
            ),
        ),
    )


def _details(person: Person, place: str) -> tuple[tuple[str, str], ...]:
    pairs = (("与老人的关系", person.relation), (place, person.place))
    return tuple((label, value) for label, value in pairs if value)
