"""The words about who visits whom, and about visits that are asked for."""

from datetime import date
from uuid import UUID

from backend.notifications.rules import Kind
from backend.notifications.texts import Message, Where


def visitor_told(elder: str, visitor: str, elder_id: UUID) -> Message:
    body = f"村委会请{visitor}定期去看{elder}。点开看联系电话，看过请点“知道了”。"
    return Message(Kind.VISIT, "谁去看望老人，告诉您一声", body, Where.ELDER.at(elder_id))


def visitor_chosen(elder: str) -> Message:
    body = f"村委会请您负责探访{elder}，日子已经排进您的单子里。"
    return Message(Kind.VISIT, "请您负责探访一位老人", body, Where.VISITS)


def visitor_released(elder: str) -> Message:
    body = f"{elder}的探访已经转给别人了，您单子上没做完的不用再做。谢谢您。"
    return Message(Kind.VISIT, "有一位老人不再由您探访", body, Where.VISITS)


def visitor_missing(elder: str) -> Message:
    body = f"{elder}现在没有人负责探访，请尽快另外安排一位。"
    return Message(Kind.VISIT, "有一位老人没人探访", body, Where.VISITORS)


def weather_visits(village: str, until: date, page: str) -> Message:
    body = f"乡镇通知：天气不好，请在{until.month}月{until.day}日前把{village}的老人都看望一遍，打电话也算。"
    return Message(Kind.VISIT, "天气不好，请看望老人", body, page)


def event_visit(elder: str, hours: int, page: str) -> Message:
    body = f"{elder}家里有事，请在 {hours} 小时内去看看。"
    return Message(Kind.VISIT, "请尽快去看一位老人", body, page)
