"""The words about contacts, talks and duty-breach cases: never a name, and never what the village calls such a list."""

from uuid import UUID

from backend.families.breach import CaseStep
from backend.notifications.rules import Kind
from backend.notifications.texts import Message, Where


def contact_due() -> Message:
    body = "有些日子没和家里的老人联系了，打个电话、视频一下，老人就盼这一声。打过了就点开记一笔。"
    return Message(Kind.CARE, "该和爸妈联系一下了", body, Where.CONTACTS)


def talks_due(elders: int) -> Message:
    body = f"村里有 {elders} 位老人，这个月要和在外的子女谈一次：说说近况，听听打算，谈完记一笔。"
    return Message(Kind.CARE, "这个月和子女谈一谈", body, Where.TASKS)


_DUTY = {
    CaseStep.WARN: ("村委会给您的提醒", "村委会就赡养老人的事给您发了提醒，请点开看看，有话可以和村委会说。"),
    CaseStep.INVITE: ("请您来说说情况", "村委会约了日子，想听您说说家里的情况，请点开看看是哪一天。"),
    CaseStep.FIND_NO_BREACH: ("家里的事核实过了", "村委会核实过了，没有不尽赡养责任的情况，这件事到此为止。"),
    CaseStep.LIST: ("村委会有了决定", "村委会对赡养老人的事有了决定，请点开看看到什么时候、怎样申诉。"),
    CaseStep.PASS_ON: ("村委会有了决定", "村委会对赡养老人的事有了决定，请点开看看。"),
    CaseStep.UPHOLD: ("您的申诉有答复了", "乡镇答复了您的申诉，请点开看看。"),
    CaseStep.LIFT: ("您的申诉有答复了", "乡镇答复了您的申诉，请点开看看。"),
    CaseStep.CORRECT: ("提醒已经提前撤下", "您家里把老人照顾起来了，村委会提前撤下了对您的提醒。"),
    CaseStep.CLOSE: ("这件事办结了", "村委会就赡养老人的事不再往下办了，请点开看看。"),
    CaseStep.EXPIRE: ("提醒已经到期", "对您的提醒已经到期，不再保留在名单上。"),
}


def duty_case_moved(step: CaseStep) -> Message | None:
    """What the supporter is told; no name of anybody. None: nothing to be told."""
    if step not in _DUTY:
        return None
    title, body = _DUTY[step]
    return Message(Kind.CARE, title, body, Where.DUTY)


def duty_appealed(case_id: UUID) -> Message:
    body = "有一件家庭赡养责任提醒，本人不服，请核实后答复。"
    return Message(Kind.CARE, "有一件申诉等您答复", body, Where.OFFICE_DUTY.at(case_id))
