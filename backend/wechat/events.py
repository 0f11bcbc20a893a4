"""What WeChat pushes to us, typed. Both body formats arrive here as one nested mapping of texts.

The user is `FromUserName` in most events, but a platform account in wxa_media_check (matched by trace_id) and in the
three authorization events (`OpenID` is the user).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from backend.wechat.errors import NotFromWeChat, Unproven

Fields = Mapping[str, object]


@dataclass(frozen=True)
class TemplateAnswer:
    """The user's word on one template: accepted adds one grant, rejected withdraws them all."""

    template_id: str
    accepted: bool


@dataclass(frozen=True)
class SubscriptionsAnswered:
    """subscribe_msg_popup_event: the answers in one request for subscriptions; the page reports them too."""

    openid: str
    answers: tuple[TemplateAnswer, ...]


@dataclass(frozen=True)
class SubscriptionsChanged:
    """subscribe_msg_change_event: the user changed templates in the settings, in practice to reject."""

    openid: str
    answers: tuple[TemplateAnswer, ...]


@dataclass(frozen=True)
class Delivery:
    """What became of one message; `message_id` is a 19-digit text, `errcode` 0 when it arrived."""

    template_id: str
    message_id: str
    errcode: int
    status: str


@dataclass(frozen=True)
class SubscriptionsSent:
    """subscribe_msg_sent_event: the outcome of sending."""

    openid: str
    deliveries: tuple[Delivery, ...]


class Withdrawn(StrEnum):
    """RevokeInfo codes of the data this product can hold."""

    MICROPHONE = "5"
    PROFILE = "6"
    CAMERA = "7"
    PHONE = "8"
    LOCATION = "13"
    PICTURES = "14"


@dataclass(frozen=True)
class AuthorizationRevoked:
    """user_authorization_revoke: erase what was obtained under these RevokeInfo codes.

    `withdrawn` holds the codes as sent; those in `Withdrawn` have a name, others are kept as they are.
    """

    openid: str
    withdrawn: frozenset[str]


@dataclass(frozen=True)
class AccountCancelled:
    """user_authorization_cancellation: the WeChat account is gone; erase every copy obtained through it."""

    openid: str


@dataclass(frozen=True)
class ProfileModified:
    """user_info_modified: WeChat cleaned a risky nickname or picture; drop our copy."""

    openid: str


@dataclass(frozen=True)
class MediaChecked:
    """wxa_media_check, second version. `suggest` is pass, review or risky; errcode -1008 means it was not fetched."""

    trace_id: str
    errcode: int
    suggest: str
    label: int


@dataclass(frozen=True)
class Unhandled:
    """Anything else, by name only."""

    kind: str


Event = (
    SubscriptionsAnswered
    | SubscriptionsChanged
    | SubscriptionsSent
    | AuthorizationRevoked
    | AccountCancelled
    | ProfileModified
    | MediaChecked
    | Unhandled
)


@dataclass(frozen=True)
class Push:
    """One push. `key` is equal for WeChat's repeats of it: store it unique, and an event takes effect once."""

    key: str
    at: datetime
    event: Event


def parse(body: Fields) -> Push:
    """The push in a decoded body. Raises NotFromWeChat when a needed field is missing or misshapen."""
    try:
        kind = _text(body, "Event") if _text(body, "MsgType") == "event" else _text(body, "MsgType")
        at = datetime.fromtimestamp(int(_text(body, "CreateTime")), UTC)
        return Push(_key(body, kind), at, _READERS.get(kind, _unhandled)(body, kind))
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        raise NotFromWeChat(Unproven.BODY) from None


def _key(body: Fields, kind: str) -> str:
    """MsgId collides between users, so the sender is part of it; events add time, name and their own ids."""
    sender = _text(body, "FromUserName")
    if message_id := body.get("MsgId"):
        return f"message|{sender}|{message_id}"
    own = [str(body[name]) for name in ("trace_id", "OpenID", "RevokeInfo") if name in body]
    own += [f"{item['TemplateId']}:{item.get('MsgID', '')}" for item in _items(body, kind)]
    return "|".join(["event", sender, _text(body, "CreateTime"), kind, *own])


def _text(fields: Fields, name: str) -> str:
    """A text, or a number as text. Raises KeyError, TypeError."""
    value = fields[name]
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(name)
    return str(value)


_LISTS = {
    "subscribe_msg_popup_event": "SubscribeMsgPopupEvent",
    "subscribe_msg_change_event": "SubscribeMsgChangeEvent",
    "subscribe_msg_sent_event": "SubscribeMsgSentEvent",
}


def _items(body: Fields, kind: str) -> tuple[Fields, ...]:
    """`List` is an object for one item and an array for more; XML, and some JSON, nest it in the event's name."""
    if kind not in _LISTS:
        return ()
    found = body.get("List", body.get(_LISTS[kind]))
    if isinstance(found, Mapping) and "List" in found:
        found = found["List"]
    items = found if isinstance(found, list) else [found]
    if not all(isinstance(item, Mapping) for item in items):
        raise TypeError("List")
    return tuple(items)


def _answers(body: Fields, kind: str) -> tuple[TemplateAnswer, ...]:
    return tuple(
        TemplateAnswer(_text(item, "TemplateId"), _text(item, "SubscribeStatusString") == "accept")
        for item in _items(body, kind)
    )


def _popup(body: Fields, kind: str) -> Event:
    return SubscriptionsAnswered(_text(body, "FromUserName"), _answers(body, kind))


def _change(body: Fields, kind: str) -> Event:
    return SubscriptionsChanged(_text(body, "FromUserName"), _answers(body, kind))


def _sent(body: Fields, kind: str) -> Event:
    deliveries = tuple(
        Delivery(
            _text(item, "TemplateId"), _text(item, "MsgID"), int(_text(item, "ErrorCode")), _text(item, "ErrorStatus")
        )
        for item in _items(body, kind)
    )
    return SubscriptionsSent(_text(body, "FromUserName"), deliveries)


def _revoke(body: Fields, kind: str) -> Event:
    codes = _text(body, "RevokeInfo").split(",")
    return AuthorizationRevoked(_text(body, "OpenID"), frozenset(code.strip() for code in codes))


def _cancellation(body: Fields, kind: str) -> Event:
    return AccountCancelled(_text(body, "OpenID"))


def _profile(body: Fields, kind: str) -> Event:
    return ProfileModified(_text(body, "OpenID"))


def _media(body: Fields, kind: str) -> Event:
    result = body.get("result") or {}
    if not isinstance(result, Mapping):
        raise TypeError("result")
    return MediaChecked(
        trace_id=_text(body, "trace_id"),
        errcode=int(_text(body, "errcode")),
        suggest=str(result.get("suggest", "")),
        label=int(str(result.get("label", 0))),
    )


def _unhandled(body: Fields, kind: str) -> Event:
    return Unhandled(kind)


_READERS: dict[str, Callable[[Fields, str], Event]] = {
    "subscribe_msg_popup_event": _popup,
    "subscribe_msg_change_event": _change,
    "subscribe_msg_sent_event": _sent,
    "user_authorization_revoke": _revoke,
    "user_authorization_cancellation": _cancellation,
    "user_info_modified": _profile,
    "wxa_media_check": _media,
}
