"""For what personal data is used, and the very words people are told, under the day from which the words hold.

A text is never edited: a new wording is a new version at the end of its list, and only it can be agreed to from then
on. The register and the home visits stand on the township's and village's legal duty (个人信息保护法 art. 13(3)): their
text is told, not asked. Health, faces, voices and whereabouts are sensitive, and asked apart (art. 28, 29).
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class Purpose(StrEnum):
    """What the data is used for."""

    REGISTER = "register"
    HEALTH = "health"
    PHOTOS = "photos"
    CALLS = "calls"
    SHARING = "sharing"
    ACCOUNT = "account"
    WHEREABOUTS = "whereabouts"
    OWN_CALLS = "own_calls"
    TELL_HEALTH = "tell_health"
    TELL_ECONOMY = "tell_economy"
    TELL_DUTY = "tell_duty"
    TELL_SAFETY = "tell_safety"
    TELL_NEEDS = "tell_needs"
    TELL_NOTE = "tell_note"
    TELL_PHOTOS = "tell_photos"


class PurposeText(msgspec.Struct, frozen=True):
    """What people are told of a purpose since the day that is its version."""

    version: str
    title: str
    text: str


ELDER_PURPOSES = (Purpose.REGISTER, Purpose.HEALTH, Purpose.PHOTOS, Purpose.CALLS, Purpose.SHARING)
"""What an elder is asked."""
OWN_PURPOSES = (Purpose.ACCOUNT, Purpose.WHEREABOUTS, Purpose.OWN_CALLS)
"""What whoever signs in is asked for themselves."""
PARTS = (
    Purpose.TELL_HEALTH,
    Purpose.TELL_ECONOMY,
    Purpose.TELL_DUTY,
    Purpose.TELL_SAFETY,
    Purpose.TELL_NEEDS,
    Purpose.TELL_NOTE,
    Purpose.TELL_PHOTOS,
)
"""The parts of a visit report an elder lets the family see or not, one by one, within the consent to sharing."""
DUTIES = frozenset({Purpose.REGISTER, Purpose.ACCOUNT})
"""What stands on legal duty or is the service itself: told, and not to be withdrawn (art. 13(2), 13(3))."""
SENSITIVE = frozenset({Purpose.HEALTH, Purpose.PHOTOS, Purpose.CALLS, Purpose.WHEREABOUTS, Purpose.OWN_CALLS})
"""What is asked apart from everything else (art. 29)."""

TEXTS: Mapping[Purpose, tuple[PurposeText, ...]] = {
    Purpose.REGISTER: (
        PurposeText(
            "2026-03-01",
            "建档和上门探访",
            "村里依照法定职责给您建一份档案，记下姓名、住址、家里人和联系电话，好知道该多久来看您一次。"
            "这份档案只给本村、本乡镇负责的人和您的家人看，每看一次都有记录。您可以随时让我们念给您听、请我们改。",
        ),
    ),
    Purpose.HEALTH: (
        PurposeText(
            "2026-03-01",
            "健康和自理能力情况",
            "我们想记下您的身体状况、自理能力评估和病情，好安排合适的人、按合适的次数来看您。健康情况很私密，"
            "只有直接照看您的人和村委会能看到。您可以不同意，也可以以后收回；收回后细节不再给人看，"
            "只保留按规定分类探访所必需的类别，不影响来看您。",
        ),
    ),
    Purpose.PHOTOS: (
        PurposeText(
            "2026-03-01",
            "探访时拍照",
            "探访时想给您和家里拍张照片，让在外的儿女看见您的样子，也证明人真的来过。照片只给您的家人和村委会看，"
            "不公开、不外传。不愿意拍就不拍，以后也可以不让再拍。",
        ),
        PurposeText(
            "2026-11-22",
            "探访时拍照",
            "探访时想给您和家里拍张照片，让在外的儿女看见您的样子，也证明人真的来过。照片只给您的家人和村委会看，不公开、"
            "不外传。不愿意拍就不拍；以后也可以收回，收回后不再拍，拍过的也不再给家人看，只由村委会留作探访的凭据。",
        ),
    ),
    Purpose.CALLS: (
        PurposeText(
            "2026-03-01",
            "和家人视频",
            "志愿者可以用手机帮您和在外的家人视频，家人能看见您、听见您说话。系统不录像、不录音，只记下通话的时间长短。"
            "每次视频前都会再问您一声，不想视频时说一声就行。",
        ),
    ),
    Purpose.SHARING: (
        PurposeText(
            "2026-03-01",
            "和相关部门共用资料",
            "为了帮您办补贴、看病、救助，有时要把您的部分资料交给民政、卫生、残联等部门。每次只交办事用得着的，"
            "交给谁、交了什么都有记录。您可以不同意，也可以以后收回。",
        ),
        PurposeText(
            "2026-11-22",
            "让家人了解近况、和相关部门共用资料",
            "我们会让在外的儿女看到来探访的人看见了什么、您过得怎么样、家里人各在哪里；为了帮您办补贴、看病、救助，"
            "有时要把您的部分资料交给民政、卫生、残联等部门，每次只交办事用得着的，交给谁、交了什么都有记录。"
            "您可以不同意，也可以以后收回；收回后家人只知道有人按时来看您，只有身体、住处、照料上急着要人帮的事还会告诉他们。",
        ),
    ),
    Purpose.ACCOUNT: (
        PurposeText(
            "2026-03-01",
            "账号和联系方式",
            "用您的微信身份、姓名和手机号来确认您是谁、通知您老人的事。没有这些就不能用云团圆。",
        ),
    ),
    Purpose.WHEREABOUTS: (
        PurposeText(
            "2026-03-01",
            "您在哪个城市",
            "记下您现在在哪个城市，好知道家里老人身边有没有人。只记到城市，不定位。您可以不填，也可以以后收回。",
        ),
    ),
    Purpose.OWN_CALLS: (
        PurposeText(
            "2026-03-01",
            "和老人视频",
            "视频时老人和在场的人能看见您、听见您。系统不录像、不录音，只记下通话的时间长短。",
        ),
    ),
    Purpose.TELL_HEALTH: (
        PurposeText("2026-11-23", "身体", "您身体怎么样，让孩子们知道吗？身体上急着要人帮的事，不管怎样都会告诉他们。"),
    ),
    Purpose.TELL_ECONOMY: (PurposeText("2026-11-23", "生活开销", "您手头宽不宽裕、领了什么补贴，让孩子们知道吗？"),),
    Purpose.TELL_DUTY: (PurposeText("2026-11-23", "家里人照顾", "家里人来不来看您、照顾得怎么样，让孩子们知道吗？"),),
    Purpose.TELL_SAFETY: (
        PurposeText(
            "2026-11-23", "住处", "房子、水电、灶火好不好，让孩子们知道吗？住着有危险的事，不管怎样都会告诉他们。"
        ),
    ),
    Purpose.TELL_NEEDS: (
        PurposeText(
            "2026-11-23", "要帮忙的事", "您有什么事要人帮忙，让孩子们知道吗？急着要人帮的，不管怎样都会告诉他们。"
        ),
    ),
    Purpose.TELL_NOTE: (
        PurposeText(
            "2026-11-23", "探访人写的话", "来看您的人写的话，让孩子们看吗？别的有哪样您不想说的，这些话也就不给他们看。"
        ),
    ),
    Purpose.TELL_PHOTOS: (PurposeText("2026-11-23", "照片", "来看您时拍的照片，让孩子们看吗？"),),
}


def newest(purpose: Purpose) -> PurposeText:
    """The text that is told and agreed to today."""
    return TEXTS[purpose][-1]
