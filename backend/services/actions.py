"""Listing services, filling in an elder's card, raising and answering what elders ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.divisions.errors import DivisionNotFound
from backend.elders.classifying import held, put_facts
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.services.errors import RequestAnswered, RequestNotFound, ServiceNotFound
from backend.services.facts import ServiceRequestAnswered, ServiceRequested
from backend.services.models import Service, ServiceCard, ServiceChoice, ServiceRequest
from backend.services.queries import request, services
from backend.services.rules import Choice, Expressed, RequestState, check_card, check_term, written

WHO_VISITS = (Role.VOLUNTEER, Role.COMMITTEE)
WHO_LISTS = (Role.TOWNSHIP, Role.COUNTY)


@dataclass(frozen=True, slots=True)
class NewService:
    """What a county or township offers, how to get it and from whom."""

    name: str
    how: str
    provider: str
    starts_on: date
    ends_on: date | None = None


async def list_service(kernel: Kernel, *, division_id: UUID, service: NewService, by: Viewer) -> UUID:
    """Put a service on the list of one's own county or township (R119).

    Raises RoleCannot, DivisionNotFound, ServiceTermNotPossible.
    """
    by.require(*WHO_LISTS)
    check_term(service.starts_on, service.ends_on, by.today)
    if division_id != by.division_id:
        raise DivisionNotFound(field="division_id")
    async with transaction():
        made = await Service.create(
            division_id=division_id,
            name=service.name,
            how=service.how,
            provider=service.provider,
            starts_on=service.starts_on,
            ends_on=service.ends_on,
            listed_by=by.account_id,
            listed_at=kernel.clock.now(),
        )
        await record(kernel, Subject("division", division_id), Tag.SERVICE_LISTED, by=by.actor, service=made.id)
    return made.id


async def end_service(kernel: Kernel, *, service_id: UUID, by: Viewer) -> None:
    """Today is the service's last day, or the day before it would have begun. What was chosen stays chosen.

    Raises RoleCannot, ServiceNotFound.
    """
    by.require(*WHO_LISTS)
    async with transaction():
        found = await Service.filter(id=service_id, division_id=by.division_id).select_for_update().first()
        if found is None:
            raise ServiceNotFound
        if found.ends_on is not None and found.ends_on <= by.today:
            return
        await Service.filter(id=service_id).update(ends_on=by.today)
        await record(
            kernel, Subject("division", found.division_id), Tag.SERVICE_LISTED, by=by.actor, service=service_id,
            ends_on=by.today,
        )  # fmt: skip


async def fill_card(
    kernel: Kernel,
    *,
    elder_id: UUID,
    choices: Sequence[Choice],
    filled_on: date,
    filled_by: str,
    expressed: Expressed,
    by: Viewer,
) -> UUID:
    """Keep what the elder chose of the services offered here, in the place of the card before (R030, R118).

    Whether the elder accepts services at all goes to the facts, unless a later card is on file. Raises RoleCannot,
    ElderNotFound, ElderNotOnRegister, CardDayNotPossible, ServiceTwice, ServiceNotFound.
    """
    by.require(*WHO_VISITS)
    check_card(filled_on, choices, by.today)
    async with transaction():
        await held(elder_id, by)
        here = msgspec.structs.replace(by.scope, division=None, elders=(elder_id,))
        offered = {row.id for row in await services(here) if row.starts_on <= by.today}
        if not {choice.service_id for choice in choices} <= offered:
            raise ServiceNotFound(field="choices")
        outdated = await ServiceCard.exists(elder_id=elder_id, filled_on__gt=filled_on)
        made = await ServiceCard.create(
            elder_id=elder_id,
            filled_on=filled_on,
            filled_by=filled_by,
            expressed=expressed,
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        await ServiceChoice.bulk_create(
            [ServiceChoice(card_id=made.id, service_id=each.service_id, accepts=each.accepts) for each in choices]
        )
        await _note(kernel, elder_id, Tag.SERVICE_CHOSEN, by, card=made.id, filled_on=filled_on)
        if choices and not outdated:
            told = {"accepts_services": any(each.accepts for each in choices)}
            await put_facts(kernel, elder_id=elder_id, told=told, by=by)
    return made.id


async def raise_request(kernel: Kernel, *, elder_id: UUID, words: str, by: Viewer) -> UUID:
    """Pass on what an elder asks for, in the elder's own words (R120).

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister, NothingWritten.
    """
    by.require(*WHO_VISITS)
    said, made = written(words), uuid7()
    async with transaction():
        await held(elder_id, by)
        await ServiceRequest.create(
            id=made,
            elder_id=elder_id,
            words=kernel.keys.encrypt(said.encode(), f"service_requests|words|{made}"),
            state=RequestState.OPEN,
            raised_by=by.account_id,
            raised_at=kernel.clock.now(),
        )
        await _note(kernel, elder_id, Tag.SERVICE_REQUESTED, by, request=made)
        await box.put(kernel, ServiceRequested(request_id=made, elder_id=elder_id, raised_by=by.account_id))
    return made


async def answer_request(kernel: Kernel, *, request_id: UUID, answer: str, by: Viewer) -> None:
    """Say what comes of it. Raises RoleCannot, RequestNotFound, RequestAnswered, NothingWritten."""
    by.require(Role.COMMITTEE)
    said = written(answer)
    async with transaction():
        await request(kernel, by.scope, request_id)
        found = await ServiceRequest.filter(id=request_id).select_for_update().first()
        if found is None:
            raise RequestNotFound
        if found.state is RequestState.ANSWERED:
            raise RequestAnswered
        await ServiceRequest.filter(id=request_id).update(
            state=RequestState.ANSWERED,
            answer=kernel.keys.encrypt(said.encode(), f"service_requests|answer|{request_id}"),
            answered_by=by.account_id,
            answered_at=kernel.clock.now(),
        )
        await _note(kernel, found.elder_id, Tag.SERVICE_REQUEST_ANSWERED, by, request=request_id)
        told = {"request_id": request_id, "elder_id": found.elder_id, "raised_by": found.raised_by}
        await box.put(kernel, ServiceRequestAnswered(**told))


async def _note(kernel: Kernel, elder_id: UUID, tag: Tag, by: Viewer, **payload: object) -> None:
    await record(kernel, Subject("elder", elder_id), tag, by=by.actor, **payload)
