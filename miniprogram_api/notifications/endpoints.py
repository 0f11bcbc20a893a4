"""One's own inbox."""

from uuid import UUID

from backend.notifications.actions import mark_read
from backend.notifications.errors import NotificationNotFound
from backend.notifications.queries import Told, inbox, unread
from miniprogram_api.notifications.schemas import NotificationOut, Notifications
from miniprogram_api.routes import SELF, Ask, Routes
from miniprogram_api.schemas import Done, PageQuery

routes = Routes("notifications")


def _told(told: Told) -> NotificationOut:
    return NotificationOut(told.id, told.kind, told.title, told.body, told.page, told.created_at, told.read_at)


@routes.get("/api/notifications", access=SELF)
async def list_notifications(ask: Ask, query: PageQuery) -> Notifications:
    """One's messages, newest first."""
    me = ask.viewer.account_id
    page = await inbox(ask.kernel, me, cursor=query.cursor, limit=query.limit)
    return Notifications([_told(each) for each in page.rows], page.next_cursor, await unread(me))


@routes.post("/api/notifications/{notification_id}/read", access=SELF, status=200, refusals=(NotificationNotFound,))
async def read_notification(ask: Ask, notification_id: UUID) -> Done:
    """A message was opened."""
    await mark_read(ask.kernel, notification_id=notification_id, by=ask.viewer)
    return Done()
