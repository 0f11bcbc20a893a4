"""What the steps and faults of an agreement's evidence are called, for people who read them on paper."""

from collections.abc import Mapping
from datetime import datetime

from backend.audit.tags import Tag
from backend.kit.clock import SHANGHAI

STEPS: Mapping[str, str] = {
    Tag.AGREEMENT_DRAFTED: "起草",
    Tag.AGREEMENT_REWRITTEN: "改写（此前的签字作废）",
    Tag.AGREEMENT_VIEWED: "打开阅读",
    Tag.AGREEMENT_SIGNED: "签字",
    Tag.AGREEMENT_ACCEPTED: "接受委托并签字",
    Tag.AGREEMENT_CONSENTED: "老人当面同意",
    Tag.AGREEMENT_POSTPONED: "老人说今天先不定",
    Tag.AGREEMENT_REFUSED: "老人不同意",
    Tag.AGREEMENT_WITNESSED: "见证",
    Tag.AGREEMENT_VOID_EVIDENCE: "对旧文字的表示（不作数，只留存）",
    Tag.AGREEMENT_ASKED_AGAIN: "再次询问",
    Tag.AGREEMENT_DECLINED: "不签",
    Tag.AGREEMENT_EXTENDED: "延长签字期限",
    Tag.AGREEMENT_HANDED_IN: "交给村民委员会",
    Tag.AGREEMENT_RETURNED: "退回修改",
    Tag.AGREEMENT_FILED: "核对报备",
    Tag.AGREEMENT_SEALED: "封存",
    Tag.AGREEMENT_WITHDRAWN: "撤回",
    Tag.AGREEMENT_SUSPENDED: "暂停",
    Tag.AGREEMENT_RESUMED: "恢复",
    Tag.AGREEMENT_ENDED: "结束",
    Tag.AGREEMENT_SUPERSEDED: "被新协议接替",
    Tag.AGREEMENT_DOUBTED: "签字或者记录用的手机报失，标明存疑",
    Tag.AGREEMENT_PAPER_ADDED: "附上纸质原件的照片",
}
MEANS: Mapping[str, str] = {
    "handwriting": "手写签名",
    "fingerprint": "按指印",
    "spoken": "亲口表示",
    "paper": "纸质原件拍照",
    "tap": "点按确认",
}
IDENTITY: Mapping[str, str] = {
    "wechat_phone": "本人微信，核对过手机号",
    "wechat": "本人微信",
    "office": "本人的办公账号",
    "in_person": "当面",
}


def step(tag: str) -> str:
    """In words; a step newer than this program by its tag."""
    return STEPS.get(tag, tag)


def clock_time(at: datetime) -> str:
    """`2026-03-10 09:00:00`, in China."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}"
