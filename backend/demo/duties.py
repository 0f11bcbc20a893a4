"""The demo's first family in touch: a son who calls, a daughter who does not and is asked to come and talk."""

from datetime import timedelta
from uuid import UUID

from backend.accounts.viewer import Viewer
from backend.families.breach import CaseStep, Ground, Taken, ToldBy
from backend.families.cases import open_case, take_step
from backend.families.contacts import declare_contact
from backend.families.models import FamilyMember
from backend.families.rules import ContactKind, Duty, TalkWay
from backend.families.talks import NewTalk, record_talk
from backend.kit.kernel import Kernel

_CALLED = ((ContactKind.VIDEO, 2, 15), (ContactKind.PHONE, 9, 8), (ContactKind.VISIT, 41, None))


async def keep_touch(kernel: Kernel, elder_id: UUID, *, son: Viewer, committee: Viewer) -> None:
    """Contacts of the son, last month's talk with him, and a case about the daughter that waits for her."""
    for kind, days, minutes in _CALLED:
        day = son.today - timedelta(days=days)
        await declare_contact(kernel, elder_id=elder_id, kind=kind, day=day, minutes=minutes, by=son)
    children = FamilyMember.filter(elder_id=elder_id, duty=Duty.SUPPORTER, ended_at=None)
    told, day = "厂里中秋放五天假，打算回来；药已经寄到卫生室", committee.today - timedelta(days=33)
    with_son = await children.filter(account_id=son.account_id).get()
    talk = NewTalk(member_id=with_son.id, way=TalkWay.PHONE, told=told, day=day)
    await record_talk(kernel, elder_id=elder_id, talk=talk, by=committee)
    daughter = await children.exclude(account_id=son.account_id).get()
    said = "大半年没有来过电话，老人住院也没有回来"
    case_id = await open_case(kernel, member_id=daughter.id, ground=Ground.NO_CONTACT, words=said, by=committee)
    warned = Taken(step=CaseStep.WARN, on=committee.today, means=ToldBy.PHONE, words="请她多打电话，说好月底前回来一趟")
    hearing = committee.today + timedelta(days=7)
    invited = Taken(step=CaseStep.INVITE, on=committee.today, means=ToldBy.PHONE, hearing_on=hearing)
    for each in (warned, invited):
        await take_step(kernel, case_id=case_id, taken=each, by=committee)
