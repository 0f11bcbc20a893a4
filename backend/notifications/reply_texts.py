"""The words about thanks, questions and answers: none of what was said stands in a message."""

from uuid import UUID

from backend.notifications.rules import Kind
from backend.notifications.texts import Message, Where


def family_thanked(elder: str) -> Message:
    body = f"{elder}的家人看了您的探访记录，给您留了一句感谢的话，点开看看。"
    return Message(Kind.VISIT, "有家人谢谢您", body, Where.REPLIES)


def family_asked(elder: str) -> Message:
    body = f"{elder}的家人看了探访记录，有件事想问问，请您点开看看，有空时答一句。"
    return Message(Kind.VISIT, "有家人想问问您", body, Where.REPLIES)


def family_answered(elder: str, report_id: UUID) -> Message:
    return Message(
        Kind.VISIT, "您问的事有答复了", f"您问的{elder}的事，村里答复了，点开看看。", Where.REPORT.at(report_id)
    )
