"""The words of the signalling: JSON objects told apart by `type`. The other half is `miniprogram/src/room`."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from media.errors import CloseReason, Refused

Identifier = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Which = Literal["publish", "subscribe"]


class Message(Struct, tag_field="type", tag=str.lower, frozen=True, forbid_unknown_fields=True):
    """Anything a client may say."""


class Hello(Message, frozen=True):
    """Always first. `resume` is the secret of an earlier welcome, when only the WebSocket was lost; `admission` the
    proof of having been let in, for a node that took the room over."""

    resume: Annotated[str, Meta(max_length=64)] | None = None
    admission: Annotated[str, Meta(max_length=128)] | None = None


class Answer(Message, frozen=True):
    """To our offer `number` on one of the two peer connections."""

    pc: Which
    number: Annotated[int, Meta(ge=1, le=2**31)]
    sdp: Annotated[str, Meta(max_length=60_000)]


class Restart(Message, frozen=True):
    """The client's network changed: please offer new ICE credentials."""

    pc: Which


class State(Message, frozen=True):
    """What the client sends just now."""

    muted: bool
    camera: bool


class Admit(Message, frozen=True):
    """Host: let this waiting guest in."""

    participant: Identifier


class Remove(Message, frozen=True):
    """Host: send this person away until the room is opened anew."""

    participant: Identifier


class End(Message, frozen=True):
    """Host: close the room for everybody."""


class Leave(Message, frozen=True):
    """I go, and do not come back by myself."""


class Quality(Message, frozen=True):
    """What only the page can count: how often its pictures froze so far, and for how long in all."""

    freezes: Annotated[int, Meta(ge=0, le=1_000_000)]
    frozen_ms: Annotated[int, Meta(ge=0, le=2**31)]


class Ping(Message, frozen=True):
    """Are you there?"""


ClientMessage = Hello | Answer | Restart | State | Admit | Remove | End | Leave | Quality | Ping

_decoder = msgspec.json.Decoder(ClientMessage)


def read(raw: str | bytes) -> ClientMessage:
    """One message. Raises Refused(MALFORMED)."""
    try:
        message: ClientMessage = _decoder.decode(raw)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Refused(CloseReason.MALFORMED) from None
    return message
