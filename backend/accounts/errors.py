"""Refusals about signing in and who may act."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class SignInFailed(Forbidden):
    """Wrong, used or expired proof; which of them is not told."""

    user_message = "登录没有成功，请再试一次"


class SignInLater(Conflict):
    """Confirmed nowhere yet."""

    user_message = "请先在小程序里确认登录"


class NoSuchMembership(NotFound):
    """The account holds no such role today."""

    user_message = "您没有这个身份，或已到期"


class RoleCannot(Forbidden):
    """The membership's role does not reach this operation."""

    user_message = "您现在的身份不能办这件事"


class PhoneBelongsToAnother(Conflict):
    """The verified phone stands on another account."""

    user_message = "这个手机号已经绑定在另一个账号上，请联系村委会处理"


class InvitationNotValid(NotFound):
    """Used, expired or unknown."""

    user_message = "邀请已用过或已过期，请联系邀请您的人"


class LoginTaken(Conflict):
    """Another official uses this login."""

    user_message = "这个登录名已被使用，请换一个"


class PasswordTooWeak(Invalid):
    """Shorter than twelve characters."""

    user_message = "密码至少 12 个字，建议用一句自己记得住的话"


class NotYourDivision(Forbidden):
    """The division lies outside the inviter's own."""

    user_message = "只能邀请自己辖区内的工作人员"


class NoWeChat(Conflict):
    """The account was not opened through WeChat."""

    user_message = "这个账号没有绑定微信，请在小程序里登录后再办"
