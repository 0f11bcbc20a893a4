"""The demo's services, and what is said of the first file: chosen, asked for, agreed to, found to be wrong."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.consents.actions import Telling, give_consent, withdraw_consent
from backend.consents.purposes import Purpose, newest
from backend.consents.rules import Expressed
from backend.corrections.actions import answer_correction, ask_correction
from backend.corrections.rules import FilePart
from backend.demo import duties
from backend.kit.kernel import Kernel
from backend.services import rules as services
from backend.services.actions import NewService, answer_request, fill_card, list_service, raise_request
from backend.services.rules import Choice

_OF_COUNTY = (
    ("助餐", "向村委会登记，每天中午送到家，一餐三元。", "县养老服务中心"),
    ("上门理发", "每月初一在村卫生室，走不动的上门，不收钱。", "县志愿者协会"),
)
_OF_TOWNSHIP = ("上门修水电", "打乡里电话，两天内来人，只收材料钱。", "乡便民服务站")
WITNESS = "张晓敏"


class Town(Protocol):
    """The demo's people by name, and the clock they live by."""

    @property
    def kernel(self) -> Kernel: ...

    async def person(self, who: str) -> Account: ...

    async def viewer(self, account_id: UUID, role: Role | None) -> Viewer: ...


@dataclass(frozen=True, slots=True)
class _People:
    """Who speaks."""

    county: Viewer
    township: Viewer
    committee: Viewer
    volunteer: Viewer
    son: Viewer


async def speak(town: Town, elder_id: UUID) -> None:
    """Everything of this module, in its order."""
    kernel, people = town.kernel, await _people(town)
    offered = await _offer(kernel, people)
    await _choose(kernel, elder_id, offered, people.committee)
    await _ask(kernel, elder_id, people)
    await _agree(kernel, elder_id, people.committee)
    await duties.keep_touch(kernel, elder_id, son=people.son, committee=people.committee)


async def _people(town: Town) -> _People:
    async def of(who: str, role: Role) -> Viewer:
        return await town.viewer((await town.person(who)).id, role)

    return _People(
        county=await of("county", Role.COUNTY),
        township=await of("township", Role.TOWNSHIP),
        committee=await of("committee", Role.COMMITTEE),
        volunteer=await of("volunteer", Role.VOLUNTEER),
        son=await of("supporter", Role.SUPPORTER),
    )


async def _offer(kernel: Kernel, people: _People) -> list[UUID]:
    found = []
    for by, told in ((people.county, _OF_COUNTY[0]), (people.county, _OF_COUNTY[1]), (people.township, _OF_TOWNSHIP)):
        assert by.division_id is not None
        service = NewService(*told, starts_on=by.today)
        found.append(await list_service(kernel, division_id=by.division_id, service=service, by=by))
    return found


async def _choose(kernel: Kernel, elder_id: UUID, offered: list[UUID], by: Viewer) -> None:
    """Twice, the second time with a haircut more."""
    meals, haircut, repairs = offered
    for days, wanted in ((20, {meals: True, haircut: False}), (2, {meals: True, haircut: True, repairs: False})):
        await fill_card(
            kernel,
            elder_id=elder_id,
            choices=[Choice(each, accepts) for each, accepts in wanted.items()],
            filled_on=by.today - timedelta(days=days),
            filled_by=by.name,
            expressed=services.Expressed.SPOKEN,
            by=by,
        )


async def _ask(kernel: Kernel, elder_id: UUID, people: _People) -> None:
    done = await raise_request(kernel, elder_id=elder_id, words="厕所想装个扶手，夜里怕摔", by=people.volunteer)
    await answer_request(kernel, request_id=done, answer="残联答应装，下周三上门量尺寸", by=people.committee)
    await raise_request(kernel, elder_id=elder_id, words="屋后的瓦漏雨，想请人修修", by=people.volunteer)
    wrong = await ask_correction(
        kernel, elder_id=elder_id, part=FilePart.IDENTITY, words="门牌号应该是 18 号", by=people.son
    )
    await answer_correction(
        kernel, correction_id=wrong, corrected=True, words="照户口本改好了，谢谢提醒", by=people.committee
    )
    await ask_correction(
        kernel, elder_id=elder_id, part=FilePart.CONTACT, words="邻居春花婶换了电话，新号我发给村里了", by=people.son
    )


async def _agree(kernel: Kernel, elder_id: UUID, by: Viewer) -> None:
    """She did not want her file shown to the family at first, and thought better of it."""
    told = Telling(Expressed.SPOKEN, WITNESS)
    await withdraw_consent(kernel, elder_id=elder_id, purpose=Purpose.SHARING, told=told, by=by)
    for purpose in (Purpose.HEALTH, Purpose.PHOTOS, Purpose.SHARING):
        version = newest(purpose).version
        await give_consent(kernel, elder_id=elder_id, purpose=purpose, version=version, told=told, by=by)
