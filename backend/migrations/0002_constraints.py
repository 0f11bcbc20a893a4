"""Uniqueness, hot-path indexes and references, by reviewed SQL: Tortoise ignores them for a new table."""

from collections.abc import Iterable
from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

UNIQUE = (
    ("accounts", "openid_hash", "openid_hash IS NOT NULL"),
    ("accounts", "phone_hash", "phone_hash IS NOT NULL"),
    ("accounts", "login", "login IS NOT NULL"),
    ("sessions", "token_hash", None),
    ("invitations", "token_hash", None),
    ("desktop_sign_ins", "secret_hash", None),
    ("ties", "membership_id, elder_id", "ends_on IS NULL"),
    ("elders", "id_number_hash", "id_number_hash IS NOT NULL AND left_on IS NULL"),
    ("family_members", "elder_id, duty, phone_hash", "ended_at IS NULL"),
    ("pairings", "volunteer_id, elder_id", "ended_at IS NULL"),
    (
        "agreements",
        "elder_id",
        "state IN ('draft', 'signed', 'consented', 'handed_in', 'returned')",
    ),
    ("agreements", "village_id, number", "number IS NOT NULL"),
    ("acts", "agreement_id, kind, account_id, text_hash", "account_id IS NOT NULL AND NOT void"),
    ("acts", "agreement_id, text_hash", "kind = 'consent' AND NOT void"),
    ("visit_reports", "elder_id, visitor_id, visited_at", None),
    ("room_tickets", "ticket_hash", None),
    ("received_pushes", "key_hash", None),
)

INDEXES = (
    ("outbox_entries", "due_at, id", "done_at IS NULL AND dead_at IS NULL"),
    ("family_members", "phone_hash", "account_id IS NULL"),
    ("notifications", "account_id", "read_at IS NULL"),
    ("deliveries", "started_at", "state = 'sending'"),
    ("visit_reports", "visited_at, elder_id", None),
    ("calls", "opened_at, elder_id", "opened_at IS NOT NULL"),
)

REFERENCES = (
    ("divisions", "parent_id", "divisions"),
    ("division_spans", "ancestor_id", "divisions"),
    ("division_spans", "descendant_id", "divisions"),
    ("memberships", "account_id", "accounts"),
    ("memberships", "division_id", "divisions"),
    ("ties", "membership_id", "memberships"),
    ("ties", "elder_id", "elders"),
    ("sessions", "account_id", "accounts"),
    ("sessions", "membership_id", "memberships"),
    ("elders", "village_id", "divisions"),
    ("family_members", "elder_id", "elders"),
    ("family_members", "account_id", "accounts"),
    ("contacts", "elder_id", "elders"),
    ("volunteers", "account_id", "accounts"),
    ("volunteers", "village_id", "divisions"),
    ("pairings", "volunteer_id", "volunteers"),
    ("pairings", "elder_id", "elders"),
    ("wishes", "elder_id", "elders"),
    ("agreements", "elder_id", "elders"),
    ("agreements", "wish_id", "wishes"),
    ("agreements", "supporter_id", "family_members"),
    ("agreements", "caregiver_id", "family_members"),
    ("acts", "agreement_id", "agreements"),
    ("acts", "signature_id", "uploads"),
    ("acts", "photo_id", "uploads"),
    ("visits_due", "elder_id", "elders"),
    ("visit_reports", "elder_id", "elders"),
    ("visit_reports", "visitor_id", "accounts"),
    ("calls", "elder_id", "elders"),
    ("calls", "host_id", "accounts"),
    ("attendances", "call_id", "calls"),
    ("room_reports", "call_id", "calls"),
    ("room_tickets", "call_id", "calls"),
    ("notifications", "account_id", "accounts"),
    ("deliveries", "notification_id", "notifications"),
    ("subscription_grants", "account_id", "accounts"),
    ("uploads", "account_id", "accounts"),
)


def index_name(prefix: str, table: str, columns: str) -> str:
    """`uq_table_column_column`."""
    return f"{prefix}_{table}_{columns.replace(', ', '_')}"


def _index(kind: str, prefix: str, table: str, columns: str, condition: str | None) -> str:
    where = f" WHERE {condition}" if condition else ""
    return f"CREATE {kind} {index_name(prefix, table, columns)} ON {table} ({columns}){where}"


async def add_references(apps: Any, editor: Any) -> None:
    """Foreign keys on PostgreSQL; SQLite, which serves the demo only, cannot add them to a table that stands."""
    await add_references_of(editor, REFERENCES)


async def add_references_of(editor: Any, references: Iterable[tuple[str, str, str]]) -> None:
    """`references` as (table, column, target)."""
    if editor.client.capabilities.dialect != "postgres":
        return
    for table, column, target in references:
        await editor.client.execute_script(
            f"ALTER TABLE {table} ADD CONSTRAINT fk_{table}_{column} FOREIGN KEY ({column})"
            f" REFERENCES {target} ON DELETE RESTRICT"
        )


class Migration(migrations.Migration):
    dependencies = [("models", "0001_initial")]

    operations = [
        *(ops.RunSQL(_index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
