"""The printed card of an elder, and its public check."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.documents.errors import CharacterNotPrintable
from backend.dossiers.cards import check_card, village_card
from backend.dossiers.errors import CardCheckFailed
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from miniprogram_api.elders.endpoints import WHO_SEES_PEOPLE
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import PUBLIC, Ask, Blob, Routes, scoped

routes = Routes("elders")
PDF = "application/pdf"


class CardCheckQuery(msgspec.Struct, frozen=True):
    """The printed number and check code."""

    number: Annotated[str, Meta(min_length=1, max_length=40)]
    code: Annotated[str, Meta(min_length=1, max_length=40)]


class CheckedCard(msgspec.Struct):
    """The card is genuine; `current`: the last one made, and all it says still true."""

    current: bool


@routes.get(
    "/api/elders/{elder_id}/card",
    access=scoped(*WHO_SEES_PEOPLE),
    refusals=(ElderNotFound, ElderNotOnRegister, CharacterNotPrintable),
    gives=PDF,
)
async def print_village_card(ask: Ask, elder_id: UUID) -> Blob:
    """The elder's card as a PDF of one page, the same until something on it changes; the reading is logged."""
    settings = ask.services.settings
    data = await village_card(
        ask.kernel, elder_id=elder_id, font=settings.documents.font, public_url=settings.public_url, by=ask.viewer
    )
    await log_reading(ask, elder_id, "village_card")
    return Blob(data, PDF)


@routes.get("/api/check/card", access=PUBLIC, proof=True, refusals=(CardCheckFailed,))
async def check_village_card(ask: Ask, query: CardCheckQuery) -> CheckedCard:
    """Whether a printed card is genuine and current; nothing about the elder."""
    return CheckedCard(await check_card(ask.kernel, number=query.number, code=query.code))
