"""The words about family calls."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from backend.notifications import templates
from backend.notifications.rules import Kind
from backend.notifications.texts import Message, Where, spoken


def call_proposed(elder: str, proposer: str, times: Sequence[datetime], call_id: UUID) -> Message:
    offered = "、".join(spoken(at) for at in times)
    return Message(
        Kind.CALL,
        "家人想约一次亲情连线",
        f"{proposer}想和{elder}视频，能选的时间有：{offered}。您方便哪个时间到老人家里？",
        Where.CALL.at(call_id),
        templates.call(elder, times[0], "家人想约视频，请选一个时间"),
    )


def call_taken(elder: str, host: str, starts_at: datetime, call_id: UUID) -> Message:
    return Message(
        Kind.CALL,
        "亲情连线约好了",
        f"{host}会在 {spoken(starts_at)} 到{elder}家里，到时点开就能视频。",
        Where.CALL.at(call_id),
        templates.call(elder, starts_at, "约好了，到时点开就能视频"),
    )


def call_promised(elder: str, starts_at: datetime, call_id: UUID) -> Message:
    """For the host, who has just tapped: a note to keep."""
    body = f"您答应了 {spoken(starts_at)} 到{elder}家里主持亲情连线，家人都知道了。"
    return Message(Kind.CALL, "您接下了一次亲情连线", body, Where.CALL.at(call_id))


def call_opened(elder: str, host: str, at: datetime, call_id: UUID) -> Message:
    return Message(
        Kind.CALL,
        "老人在等您视频",
        f"{host}已经到{elder}家里，点开就能看见老人。",
        Where.CALL.at(call_id),
        templates.call(elder, at, "老人在等您，点开就能视频"),
    )


def call_closed(elder: str, seconds: int, call_id: UUID) -> Message:
    talked = f"聊了 {seconds // 60} 分钟" if seconds >= 60 else "聊了一小会儿" if seconds else "没能聊上"
    body = f"这次和{elder}{talked}。有空常联系，下次可以再约。"
    return Message(Kind.CALL, "亲情连线结束了", body, Where.CALL.at(call_id))


def call_cancelled(elder: str, at: datetime, call_id: UUID) -> Message:
    return Message(
        Kind.CALL,
        "亲情连线取消了",
        f"原定和{elder}的亲情连线取消了，可以另约时间。",
        Where.CALL.at(call_id),
        templates.call(elder, at, "这次取消了，可以另约时间"),
    )
