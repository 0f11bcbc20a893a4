"""How long what is kept of an elder who left the register, and of everything that passes, and why no longer
(个人信息保护法 art. 19, 47; 2026-11-22).

No law names a time for files of left-behind older adults. The times below are ours: long enough for the claims that
may still be brought, and as short as that allows. A change of a time is a change of this table, with its reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from backend.elders.rules import ErasedPart
from backend.outbox.idempotency import KEPT as ANSWERS_KEPT

Column = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """`years` after the elder left, these columns are blanked and the rows of `deleted` tables go, in their order."""

    part: ErasedPart
    years: int
    what: str
    why: str
    blanked: frozenset[Column] = field(default_factory=frozenset)
    deleted: tuple[str, ...] = ()


def _columns(table: str, names: str) -> frozenset[Column]:
    return frozenset((table, name) for name in names.split())


RETENTION = (
    Kept(
        ErasedPart.HEALTH,
        1,
        "健康情况、能力评估、类别的理由、为什么加访",
        "敏感个人信息，目的（分类探访）已经实现，保存期限应当最短（个人信息保护法第十九条、第二十八条、第四十七条）",
        _columns("elders", "ability_level mobility disability dementia seriously_ill")
        | _columns("tier_spans", "reasons missing")
        | _columns("tier_overrides", "reason"),
        ("assessments", "visit_occasions"),
    ),
    Kept(
        ErasedPart.FILE,
        3,
        "档案、家庭成员、意愿、探访记录的文字、亲情连线前问过的话和连线后的记录、和子女的谈话、赡养责任提醒、更正申请、照片",
        "诉讼时效三年（民法典第一百八十八条），过后目的已经实现（个人信息保护法第四十七条）",
        _columns("elders", "name born_on id_number id_number_hash phone address living_alone poor minor_at_home")
        | _columns("elders", "registered_here accepts_services")
        | _columns("family_members", "name relation city able phone phone_hash")
        | _columns("stays", "where_to")
        | _columns("wishes", "words witness")
        | _columns("visit_reports", "note answers place present")
        | _columns("visitor_notices", "witness")
        | _columns("visit_replies", "words answer")
        | _columns("spot_checks", "opinion")
        | _columns("consents", "witness")
        | _columns("corrections", "words answer")
        | _columns("family_decisions", "note")
        | _columns("tasks", "note"),
        (
            "eligibility_judgements",
            "note_marks",
            "former_phones",
            "whereabouts",
            "profile_parts",
            "emergency_contacts",
            "capacity_findings",
            "household_findings",
            "service_choices",
            "service_cards",
            "service_requests",
            "village_cards",
            "family_talks",
            "visit_needs",
            "profile_proposals",
            "elder_answers",
            "call_outcomes",
        ),
    ),
    Kept(
        ErasedPart.AGREEMENTS,
        5,
        "委托照顾协议的正文、签字照片、存证件",
        "合同纠纷的诉讼时效三年（民法典第一百八十八条），另加中止、中断的余地两年",
        _columns("agreements", "text terms return_reason check_code")
        | _columns("parties", "name")
        | _columns("agreement_questions", "words answer")
        | _columns("acts", "witness strokes words device capacity"),
    ),
)

KEPT_FOR_GOOD: Mapping[Column, str] = {
    ("elders", "gender"): "counted in the ledger; says nothing of anybody without the name",
    ("elders", "tier"): "counted in the ledger",
    ("elders", "left_reason"): "counted in the ledger",
    ("stays", "entered"): "counted in the ledger",
    ("stays", "left"): "counted in the ledger",
    ("absences", "reason"): "why no visit was owed in a month that is counted",
    ("tier_spans", "tier"): "counted in the ledger",
    ("tier_spans", "cause"): "counted in the ledger",
    ("tier_overrides", "tier"): "explains a span that is counted",
    ("wishes", "willing"): "counted beside the agreements",
    ("agreements", "text_hash"): "proves a paper somebody else still has; says nothing by itself",
    ("acts", "text_hash"): "proves a paper somebody else still has; says nothing by itself",
    ("visit_reports", "health"): "one of three words, counted; without name and note nobody's",
    ("visit_reports", "economy"): "one of three words, counted; without name and note nobody's",
    ("visit_reports", "family_duty"): "one of three words, counted; without name and note nobody's",
    ("visit_reports", "safety"): "one of three words, counted; without name and note nobody's",
    ("visit_reports", "needs"): "one of three words, counted; without name and note nobody's",
    ("visit_reports", "hygiene"): "one of three words, counted; without name and note nobody's",
    ("alerts", "kind"): "counted in reports; says nothing of anybody without the name",
    ("tasks", "kind"): "counted in reports; says nothing of anybody without the name",
    ("consents", "given"): "shows that what was done was allowed",
}
"""Personal columns of a file that stay when the names are gone, and why."""


def left_until(part: Kept, today: date) -> date:
    """Who left on or before this day is past the part's time today; a leap day counts as the first of March."""
    year = today.year - part.years
    try:
        return today.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


@dataclass(frozen=True, slots=True)
class Passing:
    """A row goes `kept` after the moment in its column `moment`, where `only` holds; before it, the rows of its
    `children` that name it."""

    table: str
    moment: str
    kept: timedelta
    why: str
    children: tuple[tuple[str, str], ...] = ()
    only: str = "1 = 1"


PASSING = (
    Passing("readings", "at", timedelta(days=1096), "谁看过档案，要能查三年（个人信息保护法第五十六条）"),
    Passing(
        "notifications",
        "created_at",
        timedelta(days=365),
        "一年前的消息不再有人要看，事情本身另有记录（个人信息保护法第十九条）",
        children=(("deliveries", "notification_id"),),
    ),
    Passing("idempotent_answers", "created_at", ANSWERS_KEPT, "离线的手机补交时还要对得上，半年足够"),
    Passing(
        "duty_cases",
        "closed_at",
        timedelta(days=366),
        "办结、到期或撤下后留一年，备本人申诉和上级复核，过后不再留着（个人信息保护法第十九条）",
        children=(("duty_steps", "case_id"),),
    ),
    Passing(
        "incidents",
        "closed_at",
        timedelta(days=1096),
        "办结后留三年，备追责和诉讼（民法典第一百八十八条），过后不再留着（个人信息保护法第十九条）",
        children=(
            ("incident_steps", "incident_id"),
            ("incident_names", "incident_id"),
            ("incident_notices", "incident_id"),
            ("incident_reviews", "incident_id"),
            ("tasks", "subject_id"),
        ),
    ),
    Passing("duty_holders", "ended_at", timedelta(days=1096), "谁在什么时候值班，和事情的记录一起留三年"),
    Passing(
        "quality_questions",
        "raised_at",
        timedelta(days=366),
        "问过、答过后留一年，够看一个人一年里是不是总是这样，过后不再留着（个人信息保护法第十九条）",
    ),
    Passing(
        "host_offers",
        "offered_at",
        timedelta(days=366),
        "问过谁来主持、为什么来不了，留一年够看安排是否公平，过后不再留着（个人信息保护法第十九条）",
    ),
    Passing("call_nudges", "nudged_at", timedelta(days=366), "上次提醒的日子，一年后不再有用"),
    Passing("lobby_seats", "seen_at", timedelta(days=30), "谁在门外等过，查连不上的原因用一个月"),
    Passing("sessions", "expires_at", timedelta(days=180), "登录过期后留半年，查异常登录用（网络安全法第二十一条）"),
    Passing("invitations", "expires_at", timedelta(days=180), "邀请过期后只剩姓名，和登录记录一起删"),
    Passing("desktop_sign_ins", "expires_at", timedelta(days=180), "扫码登录是登录记录的一部分"),
    Passing("room_tickets", "expires_at", timedelta(days=30), "一分钟的入场票，查连不上的原因用一个月"),
    Passing(
        "open_uploads",
        "created_at",
        timedelta(days=30),
        "传到一半的照片：三十天还没传完，就要从头再传",
        children=(("upload_pieces", "open_upload_id"),),
    ),
    Passing(
        "uploads",
        "created_at",
        timedelta(days=30),
        "传上来没有用到任何档案里的照片（个人信息保护法第十九条）；文件随后由每日清理删除",
        only="elder_id IS NULL AND id NOT IN (SELECT photo_id FROM incidents WHERE photo_id IS NOT NULL)",
    ),
    Passing("received_pushes", "at", timedelta(days=30), "微信重复推送只在几分钟内，留一个月有余"),
)

WITHOUT_A_TIME: Mapping[str, str] = {
    "audit_events": "proves what was done, in ids and days; outlives what it speaks of",
    "households": "who is behind a door of the village is asked every screening; the committee strikes out a door",
    "household_checks": "what was found at a door of that list",
    "accounts": "as long as somebody signs in; goes when WeChat says so, but for the name on acts",
    "memberships": "who held which office and when; what was done under it is on the trail",
    "volunteers": "the day of approval and training; service hours are shown for good (志愿服务条例第十九条)",
    "visit_assignments": "ids and days: who visited whom, in which capacity",
    "ties": "ids and days: who could see which file and when",
    "erasures": "ids and days: what was erased and when",
    "visits_due": "a day to come; says nothing of anybody once the name is gone",
    "attendances": "ids and minutes, counted as contact; say nothing of anybody once the name is gone",
    "call_guests": "ids: which child said to come to which call; says nothing of anybody once the name is gone",
    "phone_losses": "ids and moments: which signatures a lost phone puts in doubt",
    "subscription_grants": "counts of messages still paid for; go when WeChat says so",
}
"""Other tables that know of persons, and have no time of their own, and why."""
