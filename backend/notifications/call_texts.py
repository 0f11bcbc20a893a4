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
    body = f"{host}说 {spoken(starts_at)} 能到{elder}家里，正在问老人，问好了再告诉您。"
    return Message(Kind.CALL, "有志愿者能来", body, Where.CALL.at(call_id))


def call_promised(elder: str, starts_at: datetime, call_id: UUID) -> Message:
    """For the host, who has just tapped: a note to keep."""
    body = f"您答应了 {spoken(starts_at)} 到{elder}家里主持亲情连线。请先问问老人愿不愿意，问过点一下。"
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


def call_agreed(elder: str, host: str, starts_at: datetime, call_id: UUID) -> Message:
    return Message(
        Kind.CALL,
        "亲情连线约好了",
        f"老人说好。{host}会在 {spoken(starts_at)} 到{elder}家里，到时点开就能视频。",
        Where.CALL.at(call_id),
        templates.call(elder, starts_at, "约好了，到时点开就能视频"),
    )


def host_dropped_out(elder: str, starts_at: datetime, call_id: UUID) -> Message:
    body = f"原来答应来的人有事来不了，{spoken(starts_at)} 和{elder}的视频，正在请别的志愿者来，请留意消息。"
    return Message(Kind.CALL, "正在换一位志愿者", body, Where.CALL.at(call_id))


def host_asked(elder: str, starts_at: datetime) -> Message:
    """For one the elder may be new to: the list of what one is asked tells the rest."""
    return Message(
        Kind.CALL,
        "能请您帮忙主持一次视频吗",
        f"{spoken(starts_at)} {elder}要和家人视频，原来的志愿者来不了。您方便就接下，不方便也请点一下，好请别人。",
        Where.CALL_OFFERS,
        templates.call(elder, starts_at, "原来的志愿者来不了，能请您帮忙吗"),
    )


def call_soon(elder: str, starts_at: datetime, call_id: UUID) -> Message:
    return Message(
        Kind.CALL,
        "亲情连线快到了",
        f"{spoken(starts_at)} 和{elder}视频，别忘了。来不了就早点说一声，好另作安排。",
        Where.CALL.at(call_id),
        templates.call(elder, starts_at, "快到时间了，别忘了"),
    )


def call_lapsed(elder: str, call_id: UUID) -> Message:
    body = f"和{elder}的这次亲情连线，到时间没有人能到家里主持，没有办成。请另约时间，也可以先打个电话。"
    return Message(Kind.CALL, "这次连线没办成", body, Where.CALL.at(call_id))


def no_call_for_long(elder: str, days: int, elder_id: UUID) -> Message:
    body = f"您有 {days} 天没和{elder}视频了。老人嘴上不说，心里惦记。点开约个时间，志愿者到家里帮忙。"
    return Message(Kind.CALL, "好久没和老人见面了", body, Where.ELDER.at(elder_id))
