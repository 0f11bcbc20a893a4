"""What the law makes of an act, said honestly (电子签名法 art. 13-14; 民法典 art. 490), pure.

A signature is reliable when four conditions hold together. Two of them speak of the signer and his means, two of what
can be found out afterwards; each is met by a mechanism, or the act is called something less.
"""

from enum import StrEnum

import msgspec

from backend.agreements.rules import ActKind, Means


class Identity(StrEnum):
    """How it was known who acted."""

    WECHAT_PHONE = "wechat_phone"
    WECHAT = "wechat"
    OFFICE = "office"
    IN_PERSON = "in_person"


class Condition(StrEnum):
    """The four of 电子签名法 art. 13."""

    OWN_DATA = "own_data"
    """(1) The data that make the signature belong to the signer alone: one's own WeChat and a phone number verified."""
    OWN_CONTROL = "own_control"
    """(2) Only the signer controls them when signing: a session of one's own, on a device not reported lost."""
    SIGNATURE_FIXED = "signature_fixed"
    """(3) A later change of the signature is found: the act's evidence is a link of a chain whose head is signed."""
    CONTENT_FIXED = "content_fixed"
    """(4) A later change of the content is found: the act names the hash of the canonical text."""


class Strength(StrEnum):
    """What an act is, as the evidence page and the screens call it."""

    SIGNATURE = "signature"
    WITNESSED = "witnessed"
    PAPER = "paper"
    RECORD = "record"


STRENGTH_WORDS = {
    Strength.SIGNATURE: "本人在自己手机上的电子签名，具备可靠电子签名的四项条件（电子签名法第十三条）",
    Strength.WITNESSED: "见证人在场的当面表示，有笔迹、指印或原话佐证；不是可靠的电子签名",
    Strength.PAPER: "纸质签名、盖章的照片，以原件为准",
    Strength.RECORD: "平台的办理记录，不是签名",
}


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What decides an act's strength. `on_own_phone`: not on the phone of who caught it for somebody else."""

    kind: ActKind
    means: Means
    identity: Identity
    on_own_phone: bool
    doubtful: bool = False


def conditions(done: Done) -> frozenset[Condition]:
    """Which of the four hold for it. `doubtful`: done after the day since which the phone was reported lost."""
    met = {Condition.SIGNATURE_FIXED, Condition.CONTENT_FIXED}
    if done.means is Means.PAPER:
        return frozenset({Condition.SIGNATURE_FIXED})
    if done.identity is Identity.WECHAT_PHONE and done.on_own_phone:
        met.add(Condition.OWN_DATA)
        if not done.doubtful:
            met.add(Condition.OWN_CONTROL)
    return frozenset(met)


_SIGNATURES = frozenset({ActKind.SIGN, ActKind.ACCEPT})
_SPOKEN_IN_PERSON = frozenset({ActKind.CONSENT, ActKind.POSTPONE, ActKind.REFUSE, ActKind.WITNESS})


def strength(done: Done) -> Strength:
    """A signature only where all four conditions hold; an elder's act on another's phone never is one, and on one
    reported lost proves nothing."""
    if done.means is Means.PAPER:
        return Strength.PAPER
    if done.kind in _SPOKEN_IN_PERSON and not done.doubtful:
        return Strength.WITNESSED
    if done.kind in _SIGNATURES and conditions(done) == frozenset(Condition):
        return Strength.SIGNATURE
    return Strength.RECORD
