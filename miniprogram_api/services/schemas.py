"""Services, cards and requests on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.services.queries import CardRow, RequestRow, ServiceRow
from backend.services.rules import Expressed, RequestState
from miniprogram_api.schemas import Name, PageQuery, Words


class ServiceIn(msgspec.Struct, forbid_unknown_fields=True):
    """What one's own county or township `division_id` offers, how to get it and from whom; both days included."""

    division_id: UUID
    name: Name
    how: Annotated[str, Meta(min_length=1, max_length=300)]
    provider: Annotated[str, Meta(min_length=1, max_length=60)]
    starts_on: date
    ends_on: date | None = None


class Services(msgspec.Struct):
    """What is offered."""

    items: list[ServiceRow]


class ChoiceIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the elder said to one service."""

    service_id: UUID
    accepts: bool


class SelectionCardIn(msgspec.Struct, forbid_unknown_fields=True):
    """The filled card: on which day, by whose hand, and how the elder said it."""

    choices: Annotated[list[ChoiceIn], Meta(min_length=1, max_length=50)]
    filled_on: date
    filled_by: Name
    expressed: Expressed


class SelectionCards(msgspec.Struct):
    """All cards, the one that holds first."""

    items: list[CardRow]


class RequestIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the elder asks for, in the elder's own words."""

    words: Words


class RequestAnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """What comes of it."""

    answer: Words


class RequestsQuery(PageQuery, frozen=True):
    """Whose requests, in which state; all in sight without."""

    state: RequestState | None = None
    elder_id: UUID | None = None


class Requests(msgspec.Struct):
    """A page of requests, newest first."""

    items: list[RequestRow]
    next_cursor: str | None
