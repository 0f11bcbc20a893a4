"""What WeChat answers no to, by errcode; the text of `errmsg` changes and is never read.

WeChatError                     only OutcomeUnknown leaves open whether WeChat did the thing
├── TokenNotAccepted            the access token was refused, and so was a fresh one
├── WeChatBusy                  back off and call again
│   └── WeChatUnreachable       the request never left us
├── WeChatQuotaUsedUp           nothing more today
├── WeChatDeclined              permanent: another try gives the same answer
│   ├── CodeNotAccepted         a login or phone code is spent, expired or of the wrong kind
│   ├── NoGrantLeft             the user has not (or no longer) subscribed to this template
│   ├── FieldNotAccepted        a message field breaks its rule
│   └── PhoneNotMainland        the number given is not a mainland mobile
├── WeChatNeedsOperator         our account or its settings: a person must act
└── OutcomeUnknown              the request left us and no readable answer came back
"""

from enum import StrEnum

from backend.kit.errors import Conflict, Forbidden, Invalid, Refusal


class WeChatError(Refusal):
    """A call to WeChat that gave no result. Holds no secret and no personal value."""

    code = "wechat_error"
    user_message = "微信暂时没能办成这件事，请稍后再试"

    def __init__(self, call: str, errcode: int | None = None, rid: str | None = None) -> None:
        """`call` is our name of the call; `errcode` and `rid` are what WeChat's support asks for."""
        super().__init__()
        self.call = call
        self.errcode = errcode
        self.rid = rid

    @property
    def certainly_not_done(self) -> bool:
        """Whether WeChat can be ruled out to have done it, so that doing it again cannot double it."""
        return True

    def __str__(self) -> str:
        return f"{self.code} call={self.call} errcode={self.errcode} rid={self.rid}"


class TokenNotAccepted(WeChatError, Conflict):
    """40001, 40014, 42001 twice over: the call was repeated once with a fresh token."""

    user_message = "微信连接正在恢复，请过一会儿再试"


class WeChatBusy(WeChatError, Conflict):
    """-1, 45011, 43108 and their like: the same call may work in a moment."""

    code = "wechat_busy"
    user_message = "微信现在有点忙，请过一会儿再试"


class WeChatUnreachable(WeChatBusy):
    """No connection: not one byte of the request was sent."""

    code = "wechat_unreachable"
    user_message = "暂时连不上微信，请检查网络后再试"


class WeChatQuotaUsedUp(WeChatError, Conflict):
    """45009, 44993: the day's allowance is spent."""

    code = "wechat_quota_used_up"
    user_message = "今天的次数已经用完，请明天再试"


class WeChatDeclined(WeChatError, Conflict):
    """A permanent no."""

    code = "wechat_declined"
    user_message = "微信没有接受这次请求"


class CodeNotAccepted(WeChatDeclined, Invalid):
    """40029, 40163: codes live five minutes and work once; a login code is not a phone code."""

    user_message = "授权已经过期，请返回再点一次"


class NoGrantLeft(WeChatDeclined):
    """43101: each accepted one-time subscription pays for one message."""

    user_message = "对方没有订阅这类提醒，消息没有发出"


class FieldNotAccepted(WeChatDeclined, Invalid):
    """47003, or our own check before the call: an empty or unsuited message field."""

    user_message = "提醒里的内容不合微信的格式"


class PhoneNotMainland(WeChatDeclined, Invalid):
    """The phone bound to this WeChat is not a mainland mobile number."""

    user_message = "目前只支持中国大陆的手机号，请手动填写"


class WeChatNeedsOperator(WeChatError, Conflict):
    """40013, 40125, 40164 and their like: wrong or frozen secret, address not listed, missing right."""

    code = "wechat_needs_operator"
    user_message = "微信服务的设置有问题，我们正在处理，请稍后再试"


class OutcomeUnknown(WeChatError, Conflict):
    """Timed out, cut off, HTTP 5xx or unreadable after the request was written: it may have been done."""

    user_message = "微信没有回音，不确定有没有办成，请稍后看看结果"

    @property
    def certainly_not_done(self) -> bool:
        return False


class Unproven(StrEnum):
    """Which check a push or a piece of user data failed; for logs, never for the sender."""

    SIGNATURE = "signature"
    MSG_SIGNATURE = "msg_signature"
    MODE = "mode"
    TIMESTAMP = "timestamp"
    NONCE = "nonce"
    SIZE = "size"
    BODY = "body"
    CIPHER = "cipher"
    APPID = "appid"


class NotFromWeChat(Forbidden):
    """The one refusal of everything that claims to come from WeChat and cannot prove it."""

    code = "not_from_wechat"
    user_message = "没能确认这是微信发来的内容，请重新进入小程序再试"

    def __init__(self, reason: Unproven) -> None:
        super().__init__()
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.code} reason={self.reason}"


TOKEN_REFUSED = frozenset({40001, 40014, 42001})

_CLASSES: dict[type[WeChatError], frozenset[int]] = {
    TokenNotAccepted: TOKEN_REFUSED,
    WeChatBusy: frozenset({-1, 43108, 44990, 44991, 45011}),
    WeChatQuotaUsedUp: frozenset({44993, 45009}),
    CodeNotAccepted: frozenset({40029, 40163}),
    NoGrantLeft: frozenset({43101}),
    FieldNotAccepted: frozenset({47003}),
    WeChatNeedsOperator: frozenset({40002, 40013, 40125, 40164, 40243, 41002, 41004, 48001, 50004, 89503}),
}
_BY_ERRCODE = {errcode: kind for kind, errcodes in _CLASSES.items() for errcode in errcodes}


def error_for(call: str, errcode: int, rid: str | None = None) -> WeChatError:
    """The error of a non-zero `errcode`; codes without a class of their own are permanent (WeChatDeclined)."""
    return _BY_ERRCODE.get(errcode, WeChatDeclined)(call, errcode, rid)
