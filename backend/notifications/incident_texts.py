"""The words about incidents: enough to act at once, and nothing of what was said or of whom it names.

They wait for no hour of the day and are gathered into no digest: each lies in the inbox at once.
"""

from uuid import UUID

from backend.incidents.rules import ConcernKind, IncidentStep
from backend.notifications.rules import Kind
from backend.notifications.texts import Message, Where

KIND_WORDS = {
    ConcernKind.HARM: "被人伤害或欺负",
    ConcernKind.CRITICAL_ILLNESS: "突发急病、危重",
    ConcernKind.MENTAL_ILLNESS: "精神状态很不好",
    ConcernKind.WANDERING: "走失、流浪或乞讨",
    ConcernKind.DISASTER: "家里遭了灾或事故",
    ConcernKind.ILLNESS: "生病了",
    ConcernKind.HARDSHIP: "生活有重大困难",
    ConcernKind.OTHER: "有别的情况",
}


def family_told(elder: str, kind: ConcernKind, incident_id: UUID) -> Message:
    body = f"有人上报：{elder}{KIND_WORDS[kind]}。已经在找人处理，请点开看看并告诉我们您看到了，也请给老人打个电话。"
    return Message(Kind.INCIDENT, f"{elder}有情况，请马上看", body, Where.INCIDENT.at(incident_id))


def office_asked(elder: str, village: str, kind: ConcernKind, incident_id: UUID) -> Message:
    body = f"{village}{elder}：{KIND_WORDS[kind]}。请马上点开接手，到时没人接手就会转给上一级。"
    return Message(Kind.INCIDENT, "有情况，请马上接手", body, Where.OFFICE_INCIDENT.at(incident_id))


def unanswered(elder: str, village: str, kind: ConcernKind, incident_id: UUID) -> Message:
    body = f"{village}{elder}：{KIND_WORDS[kind]}。各级都还没有人接手，请看到的人马上接手。"
    return Message(Kind.INCIDENT, "一直没人接手，请马上处理", body, Where.OFFICE_INCIDENT.at(incident_id))


def ring_now(elder: str, village: str, incident_id: UUID) -> Message:
    body = f"{village}{elder}的紧急情况，有人还没有看到消息。请现在就打电话，打完记下结果。"
    return Message(Kind.INCIDENT, "有人没看到，请马上打电话", body, Where.OFFICE_INCIDENT.at(incident_id))


_MOVED = {
    IncidentStep.ACKNOWLEDGE: ("有人接手了", "{elder}的情况已经有人接手，正在处理。"),
    IncidentStep.HAND_OVER: ("已经移交", "{elder}的情况已经移交给专门的部门，请点开看看。"),
    IncidentStep.CLOSE: ("处理好了", "{elder}的情况已经办结，请点开看看，也给老人打个电话。"),
}


def moved(step: IncidentStep, elder: str, incident_id: UUID) -> Message | None:
    """What family and raiser are told of a step; None: nothing."""
    if step not in _MOVED:
        return None
    title, body = _MOVED[step]
    return Message(Kind.INCIDENT, title, body.format(elder=elder), Where.INCIDENT.at(incident_id))
