"""The words of reminders and questions about agreements; see `texts` for those of what has happened."""

from datetime import date
from uuid import UUID

from backend.agreements.notices import Notice
from backend.notifications import templates
from backend.notifications.rules import Kind
from backend.notifications.texts import Message, Where

_REMINDERS = {
    Notice.SIGN: (
        "还有一份协议等您签字",
        "{elder}的协议还等您签字。请抽空看一遍，同意就签，有不清楚的地方打电话问村委会。",
        ("等您签字", "请看一遍，同意就签字"),
    ),
    Notice.INVITATION_OVER: (
        "签字的期限过了",
        "{elder}的协议还有人没签，期限已经过了。可以打电话问问，再把期限延长；不办了就撤回。",
        None,
    ),
    Notice.ASK_AGAIN: (
        "该再去问问老人了",
        "上次{elder}说先不定，或者不愿意。约好再问的日子到了，请上门听听老人现在怎么想。",
        ("再问老人", "请上门听听老人的想法"),
    ),
    Notice.FILE: (
        "有一份协议等了好几天",
        "{elder}的协议交上来超过五个工作日了，请核对后报备编号，或写明原因退回。",
        ("等您确认", "交上来超过五个工作日了"),
    ),
    Notice.FILE_LATE: (
        "村里有一份协议等得太久",
        "{elder}的协议交给村委会超过十个工作日还没有办，请乡镇过问一下。",
        None,
    ),
    Notice.REWRITE: (
        "退回的协议还没有改",
        "{elder}的协议退回来一个星期了。请看看村委会写的原因，改好后再请大家签；不办了就撤回。",
        None,
    ),
}


def reminded(notice: Notice, elder: str, page: str) -> Message:
    """A step that still waits."""
    title, body, shown = _REMINDERS[notice]
    lock_screen = templates.agreement(elder, *shown) if shown else None
    return Message(Kind.AGREEMENT, title, body.format(elder=elder), page, lock_screen)


def renewal_due(elder: str, ends_on: date, page: str) -> Message:
    """The term is over soon."""
    day = f"{ends_on.year}年{ends_on.month}月{ends_on.day}日"
    body = f"{elder}的协议到{day}就满期了。还要接着照顾的，请早点商量续签；不续也请商量好今后由谁照顾。"
    lock_screen = templates.agreement(elder, "快到期了", "请商量好要不要续签")
    return Message(Kind.AGREEMENT, "协议快到期了", body, page, lock_screen)


_QUESTIONS = {
    Notice.CHILD_RETURNED: ("协议还需要吗", "孩子回来了，{elder}不再是留守老人。照顾协议还要不要，请大家商量一下。"),
    Notice.CHILD_HOME: ("协议还需要吗", "{elder}有孩子回村住了。照顾协议要不要暂停或者结束，请大家商量一下。"),
    Notice.MOVED: ("老人换了村子", "{elder}搬到了别的村。协议还合不合适、受托人还方不方便，请两边村委会和家人商量。"),
    Notice.CAPACITY: (
        "老人的情况要重新看一看",
        "{elder}的行为能力有变化。协议要有法定代理人签字才稳妥，请村委会和家人商量怎么办。",
    ),
    Notice.TIER_ROSE: ("照顾的事项还够不够", "{elder}现在需要的照顾比以前多了。请看看协议里写的事项还够不够。"),
    Notice.CAREGIVER_GONE: ("受托人不在了", "{elder}的协议里已经没有受托人，先暂停。请家人商量由谁来照顾。"),
    Notice.DOUBLE_FILE: ("请看看重复档案的协议", "{elder}有两份档案，其中一份停用了，上面有协议。请核对该留哪一份。"),
    Notice.YEARLY: ("协议满一年了，请看一看", "{elder}的协议又满一年了。请看看照顾得好不好、写的事项还合不合适。"),
}


def questioned(notice: Notice, elder: str, page: str) -> Message:
    """Life has changed: does the agreement still fit?"""
    title, body = _QUESTIONS[notice]
    return Message(Kind.AGREEMENT, title, body.format(elder=elder), page)


def agreement_asked(elder: str, agreement_id: UUID) -> Message:
    body = f"村委会核对{elder}的协议时有一个问题，请您看看，用一两句话回答。"
    lock_screen = templates.agreement(elder, "等您回答", "村委会有一个问题，请进入回答")
    return Message(Kind.AGREEMENT, "村委会有一个问题要问您", body, Where.AGREEMENT.at(agreement_id), lock_screen)


def agreement_replied(elder: str, agreement_id: UUID) -> Message:
    body = f"您问的关于{elder}协议的问题有了回答，请看看，再接着核对。"
    return Message(Kind.AGREEMENT, "问题有回答了", body, Where.OFFICE_AGREEMENT.at(agreement_id))
