"""Uniqueness, indexes and references of the register's tables, and the first stay and tier of those already there."""

from importlib import import_module
from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7

_before = import_module("backend.migrations.0002_constraints")

BATCH = 500
UNIQUE = (
    ("stays", "elder_id", "ends_on IS NULL"),
    ("tier_spans", "elder_id", "ends_on IS NULL"),
    ("register_imports", "division_id, sha256", "state <> 'refused'"),
)
INDEXES = (
    ("stays", "village_id, starts_on", None),
    ("elders", "village_id", "left_on IS NULL"),
    ("elders", "born_on", "left_on IS NULL"),
    ("tier_spans", "override_id", "ends_on IS NULL AND override_id IS NOT NULL"),
)
REFERENCES = (
    ("stays", "elder_id", "elders"),
    ("stays", "village_id", "divisions"),
    ("tier_spans", "elder_id", "elders"),
    ("tier_spans", "override_id", "tier_overrides"),
    ("tier_overrides", "elder_id", "elders"),
    ("tier_overrides", "set_by", "accounts"),
    ("assessments", "elder_id", "elders"),
    ("eligibility_judgements", "elder_id", "elders"),
    ("register_imports", "division_id", "divisions"),
    ("register_imports", "asked_by", "accounts"),
    ("import_problems", "import_id", "register_imports"),
    ("divisions", "successor_id", "divisions"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


async def begin_histories(apps: Any, editor: Any) -> None:
    """Who stands on the register has stood there, in this tier, since being entered: nothing else is known."""
    Elder, Stay, TierSpan = (apps.get_model(f"models.{name}") for name in ("Elder", "Stay", "TierSpan"))
    elders = Elder.all().order_by("id")
    last = None
    while found := await (elders.filter(id__gt=last) if last else elders).limit(BATCH):
        await Stay.bulk_create([_stay(Stay, elder) for elder in found])
        await TierSpan.bulk_create([_tier(TierSpan, elder) for elder in found])
        last = found[-1].id


def _stay(Stay: Any, elder: Any) -> Any:
    return Stay(
        village_id=elder.village_id, entered="found", left="moved_away" if elder.left_on else None, **_begun(elder)
    )


def _tier(TierSpan: Any, elder: Any) -> Any:
    return TierSpan(tier=elder.tier, reasons="[]", missing="[]", cause="registered", **_begun(elder))


def _begun(elder: Any) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "elder_id": elder.id,
        "starts_on": shanghai_day(elder.registered_at),
        "ends_on": elder.left_on,
        "recorded_at": elder.registered_at,
    }


class Migration(migrations.Migration):
    dependencies = [("models", "0003_register")]

    operations = [
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(begin_histories),
        ops.RunPython(add_references),
    ]
