"""The words: one message per thing told, said as a neighbour would. Where a message leads is `Where`."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from backend.agreements.rules import PartyRole, Reason
from backend.elders.rules import PriorityTier
from backend.kit.clock import SHANGHAI
from backend.notifications import templates
from backend.notifications.rules import Kind
from backend.notifications.templates import LockScreen
from backend.tasks.rules import TaskKind


class Where(StrEnum):
    """Pages of the mini-program; `at` adds the id, and nothing else ever stands in a link."""

    AGREEMENT = "family/agreement"
    OFFICE_AGREEMENT = "office/agreement"
    ELDER = "family/elder"
    OFFICE_ELDER = "office/elder"
    FILE = "family/file"
    VOLUNTEERS = "office/volunteers"
    VISITS = "pages/today"
    REPORT = "family/report"
    CALL = "call/detail"
    CALL_OFFERS = "call/offers"
    ME = "pages/me"
    TASKS = "pages/todo"
    SCREENING = "office/screening"
    CONTACTS = "family/contacts"
    DUTY = "family/duty"
    OFFICE_DUTY = "office/case"
    VISITORS = "office/visitors"
    REPLIES = "visit/thanks"
    INCIDENT = "family/incident"
    OFFICE_INCIDENT = "office/incident"

    def at(self, thing: UUID) -> str:
        return f"{self}?id={thing}"


@dataclass(frozen=True, slots=True)
class Message:
    """What the inbox shows, and what WeChat may show on the lock screen (None: the inbox alone)."""

    kind: Kind
    title: str
    body: str
    page: str
    lock_screen: LockScreen | None = None


_DAYS = "一二三四五六日"


def spoken(at: datetime) -> str:
    """`6月3日周三 19:30`, in China."""
    local = at.astimezone(SHANGHAI)
    return f"{local.month}月{local.day}日周{_DAYS[local.weekday()]} {local:%H:%M}"


def _agreement(title: str, body: str, page: str, lock_screen: LockScreen | None = None) -> Message:
    return Message(Kind.AGREEMENT, title, body, page, lock_screen)


def authorization_withdrawn() -> Message:
    return Message(
        Kind.PLACE,
        "您收回的微信授权已经生效",
        "从微信拿到的那部分资料已经删除，请重新登录。已经报备的协议和探访记录里的内容，村里依法保留到期满为止。",
        Where.ME,
    )


def wish_willing(elder: str, elder_id: UUID) -> Message:
    body = f"{elder}说愿意请人帮忙照顾，可以起草委托照顾协议了。"
    lock_screen = templates.agreement(elder, "可以起草", "老人已说过自己的想法，请进入起草")
    return _agreement("老人愿意，可以起草协议", body, Where.ELDER.at(elder_id), lock_screen)


def wish_unwilling(elder: str, elder_id: UUID) -> Message:
    body = f"问过{elder}了，老人这次不愿意签委托照顾协议。多打打电话听听老人的想法，以后还可以再问。"
    return _agreement("老人这次没有同意", body, Where.ELDER.at(elder_id))


def agreement_to_sign(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}的委托照顾协议写好了，请看一遍，同意就签字。"
    lock_screen = templates.agreement(elder, "等您签字", "请看一遍，同意就签字")
    return _agreement("协议等您签字", body, Where.AGREEMENT.at(agreement_id), lock_screen)


def agreement_to_accept(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}的家人想请您帮忙照顾老人。请看看协议里要做的事，愿意就接受并签字。"
    lock_screen = templates.agreement(elder, "等您接受", "请看看要做的事，愿意就签字")
    return _agreement("有一份照顾协议等您接受", body, Where.AGREEMENT.at(agreement_id), lock_screen)


def agreement_signed(elder: str, agreement_id: UUID) -> Message:
    return _agreement("家属签字了", f"{elder}的家人已经在协议上签字。", Where.AGREEMENT.at(agreement_id))


def agreement_accepted(elder: str, agreement_id: UUID) -> Message:
    return _agreement("受托人接受了", f"受托人已经接受照顾{elder}，并签了字。", Where.AGREEMENT.at(agreement_id))


def agreement_to_consent(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}的协议双方都签好了。下次上门时，请把协议念给老人听，当着见证人问老人同不同意。"
    lock_screen = templates.agreement(elder, "等老人同意", "上门时请把协议念给老人听")
    return _agreement("请上门问老人的意见", body, Where.AGREEMENT.at(agreement_id), lock_screen)


def agreement_consented(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}同意了这份协议，可以交给村委会报备了。"
    lock_screen = templates.agreement(elder, "可以上交", "老人同意了，请交村委会报备")
    return _agreement("老人同意了", body, Where.AGREEMENT.at(agreement_id), lock_screen)


def agreement_to_confirm(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}的委托照顾协议交上来了，请核对后报备编号，或写明原因退回。"
    lock_screen = templates.agreement(elder, "等您确认", "请核对后报备编号，或写明原因退回")
    return _agreement("有一份协议等您确认", body, Where.OFFICE_AGREEMENT.at(agreement_id), lock_screen)


def agreement_returned(elder: str, agreement_id: UUID) -> Message:
    body = f"村委会把{elder}的协议退回来了，请看看写的原因，改好后再签。"
    lock_screen = templates.agreement(elder, "已退回", "请看看原因，改好后再签")
    return _agreement("协议被退回，请修改", body, Where.AGREEMENT.at(agreement_id), lock_screen)


def agreement_filed(elder: str, agreement_id: UUID) -> Message:
    body = f"村委会已给{elder}的委托照顾协议报备编号。"
    lock_screen = templates.agreement(elder, "已报备", "村委会已报备编号，可随时查看")
    return _agreement("协议报备好了", body, Where.AGREEMENT.at(agreement_id), lock_screen)


def agreement_sealed(elder: str, agreement_id: UUID) -> Message:
    """Follows the filing within seconds, and so stays in the inbox."""
    body = f"{elder}的协议已加存证封章，可以下载，谁都能凭编号和查验码核对。"
    return _agreement("存证协议可以下载了", body, Where.AGREEMENT.at(agreement_id))


def agreement_extended(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}的协议延长了签字的期限，还没签的可以接着签。"
    return _agreement("签字期限延长了", body, Where.AGREEMENT.at(agreement_id))


def agreement_withdrawn(elder: str, agreement_id: UUID) -> Message:
    return _agreement("协议撤回了", f"{elder}的这份协议已经撤回，不用再签了。", Where.AGREEMENT.at(agreement_id))


def agreement_declined(elder: str, role: PartyRole, agreement_id: UUID) -> Message:
    who = "受托人" if role is PartyRole.CAREGIVER else "有一位家人"
    body = f"{who}没有同意{elder}的这份协议，已经签过的字也不再算数。可以再商量，另写一份。"
    return _agreement("有人没有同意协议", body, Where.AGREEMENT.at(agreement_id))


def signature_doubted(elder: str, filed: bool, agreement_id: UUID, *, consent: bool = False) -> Message:
    who = "记下老人同意的人" if consent else "有一位签字的人"
    again = "那次的同意不算数，要再问一次老人" if consent else "这次签的字不算数，核对身份以后要再签一次"
    then = "已经报备的协议先标明存疑，请和村委会联系" if filed else again
    body = f"{elder}的协议上，{who}报失了手机。{then}。"
    return _agreement("签字用的手机丢了", body, Where.AGREEMENT.at(agreement_id))


def agreement_postponed(elder: str, on: date, agreement_id: UUID) -> Message:
    body = f"{elder}说今天先不定，{on.month}月{on.day}日再去问。"
    return _agreement("老人想再想想", body, Where.AGREEMENT.at(agreement_id))


def agreement_refused_by_elder(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}听了协议，说不同意。先不办了，多听听老人的想法，以后还可以再问。"
    return _agreement("老人没有同意协议", body, Where.AGREEMENT.at(agreement_id))


def agreement_stopped_by_elder(elder: str, agreement_id: UUID) -> Message:
    body = f"{elder}说不愿意再这样照顾了，协议从今天起停止。请和老人商量今后怎么办。"
    return _agreement("老人要停止协议", body, Where.AGREEMENT.at(agreement_id))


_SUSPENDED_FOR = {
    Reason.CHILD_HOME_A_WHILE: "孩子回家住一阵",
    Reason.CAREGIVER_ILL: "受托人一时来不了",
    Reason.HOSPITAL: "老人住院",
    Reason.MOVED: "老人搬了住处",
    Reason.CAPACITY: "老人的行为能力有变化",
    Reason.CAREGIVER_GONE: "受托人不在了",
}
_ENDED_FOR = {
    Reason.TERM: "到期了",
    Reason.SUPPORTER: "委托人提出结束了",
    Reason.CAREGIVER: "受托人提出结束了",
    Reason.ELDER: "老人说不再需要了",
    Reason.CHILD_HOME: "因为孩子回家长住，结束了",
    Reason.CAREGIVER_ILL: "因为受托人不能再照顾，结束了",
    Reason.MOVED: "因为老人搬走，结束了",
    Reason.CAPACITY: "因为老人的行为能力有变化，结束了",
    Reason.LEFT_REGISTER: "因为老人已不在名册上，结束了",
}


def agreement_suspended(elder: str, reason: Reason, until: date | None, agreement_id: UUID) -> Message:
    how_long = f"到{until.month}月{until.day}日" if until else "等商量好再恢复"
    body = f"{_SUSPENDED_FOR.get(reason, '情况有变化')}，{elder}的协议先暂停，{how_long}。"
    return _agreement("协议暂停了", body, Where.AGREEMENT.at(agreement_id))


def agreement_resumed(elder: str, agreement_id: UUID) -> Message:
    return _agreement("协议恢复了", f"{elder}的协议从今天起照常照顾。", Where.AGREEMENT.at(agreement_id))


def agreement_ended(elder: str, reason: Reason, agreement_id: UUID) -> Message:
    body = f"{elder}的协议{_ENDED_FOR.get(reason, '结束了')}。请商量好老人今后由谁照顾。"
    return _agreement("协议结束了", body, Where.AGREEMENT.at(agreement_id))


def visit_reported(elder: str, visitor: str, at: datetime, report_id: UUID) -> Message:
    body = f"{visitor} {spoken(at)} 探访了{elder}，点开看看老人的近况。"
    return Message(
        Kind.VISIT, "有人探访了您家老人", body, Where.REPORT.at(report_id), templates.visit(elder, visitor, at)
    )


def place_claimed(elder: str, name: str, relation: str, elder_id: UUID) -> Message:
    body = f"{name}说自己是{elder}的{relation}，手机号对得上，请您核实后确认。"
    return Message(Kind.PLACE, "有家人等您确认", body, Where.OFFICE_ELDER.at(elder_id))


def place_confirmed(elder: str, elder_id: UUID) -> Message:
    body = f"村委会确认了您的身份，现在可以看到{elder}的近况了。"
    return Message(Kind.PLACE, "身份确认好了", body, Where.ELDER.at(elder_id))


def whereabouts_due() -> Message:
    body = "您登记的去向有些日子没有核对了。请点开看看，没变就点“没有变”，换了地方或号码就改一下，村里好联系您。"
    return Message(Kind.PLACE, "请核对一下您现在在哪里", body, Where.ME)


def service_requested(elder: str, elder_id: UUID) -> Message:
    return Message(
        Kind.PLACE,
        "老人有事想请村里帮忙",
        f"{elder}提了一个诉求，请看看怎么办，办好后写个答复。",
        Where.OFFICE_ELDER.at(elder_id),
    )


def service_request_answered(elder: str) -> Message:
    return Message(
        Kind.PLACE, "老人的诉求有答复了", f"村委会答复了您替{elder}提的诉求，下次上门时请告诉老人。", Where.VISITS
    )


def volunteer_applied(name: str) -> Message:
    return Message(Kind.PLACE, "有人想当志愿者", f"{name}想在本村当志愿者，请您审核。", Where.VOLUNTEERS)


def volunteer_trained() -> Message:
    return Message(Kind.PLACE, "您可以开始志愿服务了", "审核和培训都通过了，等村委会给您结对老人。", Where.VISITS)


def volunteer_paired(elder: str) -> Message:
    return Message(Kind.PLACE, "您有一位结对老人", f"村委会请您结对探访{elder}，谢谢您。", Where.VISITS)


def family_of_paired(elder: str, volunteer: str, elder_id: UUID) -> Message:
    body = f"{volunteer}会定期探访{elder}，也能到家里帮您和老人视频。"
    return Message(Kind.PLACE, "有志愿者结对您家老人", body, Where.ELDER.at(elder_id))


def correction_asked(elder: str, asker: str, elder_id: UUID) -> Message:
    body = f"{asker}说{elder}的档案里有一处不对，请核实后改正，或写明不改的原因。"
    return Message(Kind.PLACE, "有一条更正申请等您答复", body, Where.OFFICE_ELDER.at(elder_id))


def correction_answered(elder: str, corrected: bool, elder_id: UUID) -> Message:
    done = "村委会已经改好了" if corrected else "村委会核实后没有改，写明了原因"
    body = f"您申请更正{elder}档案的事，{done}，点开看看答复。"
    return Message(Kind.PLACE, "更正申请有答复了", body, Where.FILE.at(elder_id))


def by(at: datetime) -> str:
    """`6月3日` for the end of that day, else `6月3日周三 19:30`, in China."""
    local = (at - timedelta(seconds=1)).astimezone(SHANGHAI)
    return f"{local.month}月{local.day}日" if local.hour == 23 and local.minute == 59 else spoken(at)


_TO_DO = {
    TaskKind.MUST_NOT_LIVE_ALONE: (
        "有老人不宜再一个人住",
        "{elder}身体已经不便，却还一个人住。请在{due}前上门看看，和家人商定谁来同住，或搬到哪里住。",
    ),
    TaskKind.A_CHILD_SHOULD_STAY: (
        "请和家人商定谁留下照顾",
        "{elder}病得重或已不能自理，身边应至少留下一名子女。请在{due}前和家人商定，把决定记到档案里。",
    ),
    TaskKind.MONTHLY_TALK: (
        "这个月请和子女谈一次",
        "请在{due}前和{elder}的子女通一次电话，说说老人的近况，听听家里的打算，记到档案里。",
    ),
    TaskKind.HIGH_RISK: (
        "有老人风险高，请马上处理",
        "{elder}的风险评估为高。请在{due}前上门关爱、安排救助，并写明做了什么。",
    ),
    TaskKind.AGREEMENT_REVIEW: (
        "有一份协议要重新看一看",
        "{elder}的情况有变化。请在{due}前和家人、受托人商量协议要不要改、暂停或结束，并写明结果。",
    ),
    TaskKind.FAMILY_UNREAD: (
        "请给老人的子女打个电话",
        "{elder}的探访记录，家人有些日子没打开看了，也许是忙，也许不会用。请在{due}前打电话说说老人的近况。",
    ),
    TaskKind.AGREEMENT_CALL: (
        "请打电话告诉一位家人",
        "{elder}的协议有事要告诉家人，但有人没有微信。请在{due}前打电话说一声，并写明说了什么。",
    ),
    TaskKind.UNHOSTED_CALL: (
        "有一次亲情连线还没人主持",
        "{elder}和家人的亲情连线还没有人能到家里帮忙。请在{due}前找一位，或自己去一趟。",
    ),
    TaskKind.INCIDENT_CALL: ("请马上打电话", "{elder}有紧急情况，有人还没有看到消息。请现在就打电话，并写明结果。"),
}


def task_raised(kind: TaskKind, elder: str, due_at: datetime) -> Message:
    title, body = _TO_DO[kind]
    return Message(Kind.CARE, title, body.format(elder=elder, due=by(due_at)), Where.TASKS)


def key_help_listed(elder: str, elder_id: UUID) -> Message:
    body = f"村里把{elder}列为重点帮扶的老人。请您多打电话、常回家看看，也和村委会说说家里的打算。"
    return Message(Kind.CARE, "村里请您多关心老人", body, Where.ELDER.at(elder_id))


def key_help_reported(village: str, elders: int) -> Message:
    body = f"{village}新列入 {elders} 位重点帮扶老人，已经通知家人。"
    return Message(Kind.CARE, "村里上报了重点帮扶老人", body, Where.TASKS)


_TIERS = {
    PriorityTier.HIGH: "重点",
    PriorityTier.MEDIUM: "次重点",
    PriorityTier.ROUTINE: "一般",
    PriorityTier.UNCLASSIFIED: "待评估",
}


def tier_changed(elder: str, before: PriorityTier, after: PriorityTier, page: str) -> Message:
    body = f"{elder}的关爱类别由“{_TIERS[before]}”改为“{_TIERS[after]}”，下次探访的日期请看安排。"
    return Message(Kind.CARE, "老人的关爱类别变了", body, page)


def screening_opened(name: str, ends_on: date) -> Message:
    body = f"{name}开始了，请在 {ends_on.month}月{ends_on.day}日前逐户走到，走一户勾一户。"
    return Message(Kind.CARE, "摸底排查开始了", body, Where.SCREENING)
