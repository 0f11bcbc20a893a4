"""What passes goes on its day, and no earlier; what is in a file stays with the file."""

from datetime import timedelta

import pytest

from backend.accounts.models import Session
from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.dossiers.erasing import erase_passed
from backend.dossiers.retention import PASSING
from backend.kit.ids import uuid7
from backend.notifications.models import Delivery, Notification
from backend.notifications.rules import Channel, DeliveryState, Kind
from backend.storage.models import Upload
from tests.factories.village import MORNING, Person, World

KEPT = {each.table: each.kept for each in PASSING}
TABLES = {"readings": Reading, "notifications": Notification, "deliveries": Delivery, "uploads": Upload}


@pytest.fixture
async def son(world: World) -> Person:
    """Who looked, was told, and sent a picture this morning."""
    elder_id = await world.elder()
    son = await world.person(Role.SUPPORTER, elders=(elder_id,))
    account = son.viewer.account_id
    await Reading.create(
        at=MORNING, account_id=account, role="supporter", purpose="family", elder_id=elder_id, what="file"
    )
    told = await Notification.create(
        account_id=account,
        outbox_id=uuid7(),
        kind=Kind.CARE,
        title=b"t",
        body=b"b",
        page="pages/me",
        created_at=MORNING,
    )
    await Delivery.create(
        notification_id=told.id, channel=Channel.SUBSCRIPTION, state=DeliveryState.SENT, started_at=MORNING
    )
    await world.photo(son)
    kept = await world.photo(son)
    await Upload.filter(id=kept).update(elder_id=elder_id)
    return son


async def counts() -> dict[str, int]:
    return {name: await model.all().count() for name, model in TABLES.items()}


@pytest.mark.usefixtures("son")
@pytest.mark.parametrize(
    ("table", "gone"),
    [("readings", {"readings"}), ("notifications", {"notifications", "deliveries"}), ("uploads", {"uploads"})],
)
async def test_each_goes_right_after_its_time(table: str, gone: set[str]) -> None:
    last = MORNING + KEPT[table]
    await erase_passed(last)
    before = await counts()
    await erase_passed(last + timedelta(seconds=1), batch=1)
    after = await counts()
    assert {name for name in TABLES if after[name] < before[name]} == gone
    assert after["uploads"] >= 1
    assert await erase_passed(last + timedelta(seconds=1)) == 0


async def test_a_session_goes_half_a_year_after_it_ran_out(world: World, son: Person) -> None:
    session = await Session.get(id=son.viewer.session_id)
    assert await erase_passed(session.expires_at + KEPT["sessions"]) >= 0
    assert await Session.filter(id=session.id).exists()
    await erase_passed(session.expires_at + KEPT["sessions"] + timedelta(seconds=1))
    assert not await Session.filter(id=session.id).exists()
