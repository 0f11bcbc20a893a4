"""The demo's screening: the first village is well on its way, the second has just begun, the third has no list yet."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from uuid import UUID

from backend.accounts.viewer import Viewer
from backend.kit.kernel import Kernel
from backend.screenings.actions import NewHousehold, list_households, open_campaign, tick
from backend.screenings.rules import Outcome

_SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_LANES = ("上寨", "下寨", "老屋场", "河边组", "坡头组", "大树脚", "新房子")
_FOUND = (Outcome.NO_LEFT_BEHIND, Outcome.ON_FILE, Outcome.ON_FILE, Outcome.NOBODY_HOME, Outcome.REGISTERED)


async def screen(kernel: Kernel, *, villages: Sequence[UUID], committees: Sequence[Viewer], township: Viewer) -> None:
    """Open one for this month and knock at some doors."""
    assert township.division_id is not None
    campaign_id = await open_campaign(
        kernel,
        division_id=township.division_id,
        name="留守老人摸底排查",
        starts_on=township.today - timedelta(days=9),
        ends_on=township.today + timedelta(days=21),
        by=township,
    )
    dice = Random(83)
    for village_id, committee, (households, knocked) in zip(villages, committees, ((24, 17), (18, 5)), strict=False):
        doors = [_household(dice, number) for number in range(households)]
        made = await list_households(kernel, village_id=village_id, households=doors, by=committee)
        for household_id in made[:knocked]:
            outcome = dice.choice(_FOUND)
            await tick(
                kernel, campaign_id=campaign_id, household_id=household_id, outcome=outcome, note=None, by=committee
            )


def _household(dice: Random, number: int) -> NewHousehold:
    poor = number % 5 == 3
    return NewHousehold(
        address=f"{dice.choice(_LANES)} {number + 1} 号",
        head=dice.choice(_SURNAMES) + dice.choice("国德永正") + dice.choice("福清明贵"),
        poor=poor,
        very_old=poor and number % 2 == 1,
        disabled=poor and number % 4 == 0,
    )
