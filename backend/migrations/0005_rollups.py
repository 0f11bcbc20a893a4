"""The register's roll-up, written by triggers upon every change of stays and tiers; those already there are counted.

Triggers, because nobody who writes a stay can forget them: not an import, not a merger, not a hand at the database.
`backend/elders/rollup.py` counts the same by another query, and a test compares the two.

A later migration that has SQLite rebuild `stays` or `tier_spans` must drop these triggers first and make them again.
"""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = (("village_counts", "village_id, day", None),)
INDEXES = ()
# None for `count_changes`: who changes a tier has locked the elder, and must not wait for a village after that.
REFERENCES = (("village_counts", "village_id", "divisions"),)

COLUMNS = {
    "stays": ("elder_id", "village_id", "starts_on", "ends_on", '"left"'),
    "tier_spans": ("elder_id", "tier", "starts_on", "ends_on"),
}
# Which rows of the statement count, and for how much.
SIGNS = {"INSERT": {"NEW": 1}, "UPDATE": {"OLD": -1, "NEW": 1}, "DELETE": {"OLD": -1}}

# Whoever stays counts as unclassified,
STAYED = """
SELECT village_id, starts_on AS day, 'unclassified' AS tier, 'on_register' AS status, sign AS change FROM ({stays}) a
UNION ALL
SELECT village_id, ends_on, 'unclassified', 'on_register', -sign FROM ({stays}) b WHERE ends_on IS NOT NULL
UNION ALL
SELECT village_id, ends_on, 'unclassified', "left", sign FROM ({stays}) c
WHERE starts_on < ends_on AND "left" IS NOT NULL
"""
# and is taken over from there to a tier for its days; one who leaves, to the tier of the evening before.
CLASSED = """
SELECT p.village_id,
  CASE e.edge WHEN 'begins' THEN p.begins WHEN 'ends' THEN p.ends ELSE p.left_on END AS day,
  CASE x.side WHEN 1 THEN p.tier ELSE 'unclassified' END AS tier,
  CASE e.edge WHEN 'left' THEN p."left" ELSE 'on_register' END AS status,
  p.sign * e.sign * x.side AS change
FROM (
  SELECT s.village_id, t.tier, s.ends_on AS left_on, s."left", s.starts_on < s.ends_on AS stayed,
    t.starts_on < s.ends_on AND (t.ends_on IS NULL OR t.ends_on >= s.ends_on) AS evening,
    CASE WHEN s.starts_on > t.starts_on THEN s.starts_on ELSE t.starts_on END AS begins,
    CASE WHEN t.ends_on IS NULL OR s.ends_on < t.ends_on THEN s.ends_on ELSE t.ends_on END AS ends, {signed}.sign
  FROM {stays} s JOIN {spans} t ON t.elder_id = s.elder_id) p
JOIN (SELECT 'begins' AS edge, 1 AS sign UNION ALL SELECT 'ends', -1 UNION ALL SELECT 'left', 1) e
  ON (e.edge = 'begins' AND (p.ends IS NULL OR p.begins < p.ends)) OR (e.edge = 'ends' AND p.begins < p.ends)
  OR (e.edge = 'left' AND p.evening AND p."left" IS NOT NULL)
JOIN (SELECT 1 AS side UNION ALL SELECT -1) x ON x.side = 1 OR e.edge <> 'left' OR p.stayed
"""
COUNT = """
INSERT INTO count_changes (village_id, day, tier, status, change)
SELECT village_id, day, tier, status, SUM(change) FROM ({changes}) every
GROUP BY village_id, day, tier, status HAVING SUM(change) <> 0;
"""


def stays_count(rows: str) -> str:
    """SQL that notes `rows` of stays, each with its sign."""
    classed = CLASSED.format(stays=f"({rows})", spans="tier_spans", signed="s")
    return COUNT.format(changes=f"{STAYED.format(stays=rows)} UNION ALL {classed}")


def spans_count(rows: str) -> str:
    """SQL that notes `rows` of tier spans, each with its sign."""
    return COUNT.format(changes=CLASSED.format(stays="stays", spans=f"({rows})", signed="t"))


def on_postgres(table: str, operation: str) -> str:
    """One trigger a statement, however many rows it changes."""
    signs, name = SIGNS[operation], f"count_{table}_{operation.lower()}"
    columns = ", ".join(COLUMNS[table])
    rows = " UNION ALL ".join(f"SELECT {columns}, {sign} AS sign FROM {each}_rows" for each, sign in signs.items())
    transition = " ".join(f"{each} TABLE AS {each}_rows" for each in signs)
    body = (stays_count if table == "stays" else spans_count)(rows)
    return f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN {body} RETURN NULL; END $body$;
CREATE TRIGGER {name} AFTER {operation} ON {table} REFERENCING {transition}
FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""


def on_sqlite(table: str, operation: str) -> str:
    """One trigger a row: SQLite knows no others."""
    signs, name = SIGNS[operation], f"count_{table}_{operation.lower()}"
    rows = " UNION ALL ".join(
        f"SELECT {', '.join(f'{each}.{column} AS {column}' for column in COLUMNS[table])}, {sign} AS sign"
        for each, sign in signs.items()
    )
    body = (stays_count if table == "stays" else spans_count)(rows)
    return f"CREATE TRIGGER {name} AFTER {operation} ON {table} FOR EACH ROW BEGIN {body} END;"


async def count_what_stands(apps: Any, editor: Any) -> None:
    """Stays and tiers of before the triggers."""
    await editor.client.execute_script(stays_count("SELECT *, 1 AS sign FROM stays"))


async def create_triggers(apps: Any, editor: Any) -> None:
    """Three on each table."""
    trigger = on_postgres if editor.client.capabilities.dialect == "postgres" else on_sqlite
    for table in COLUMNS:
        for operation in SIGNS:
            await editor.client.execute_script(trigger(table, operation))


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0004_register_constraints")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CountChange",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("village_id", fields.UUIDField()),
                ("day", fields.DateField()),
                ("tier", fields.CharField(max_length=14)),
                ("status", fields.CharField(max_length=14)),
                ("change", fields.IntField()),
            ],
            options={
                "table": "count_changes",
                "app": "models",
                "pk_attr": "id",
                "table_description": "So many more, or fewer, stand in a village from `day` on in a tier and status, not yet in `village_counts`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VillageCount",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("village_id", fields.UUIDField()),
                ("day", fields.DateField()),
                ("counts", fields.TextField(unique=False)),
            ],
            options={
                "table": "village_counts",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A village's `Tally` at the end of `day`, as a JSON array, for each day on which it changed: a cache.",
            },
            bases=["Model"],
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        ops.RunPython(count_what_stands),
        ops.RunPython(create_triggers),
        ops.RunPython(add_references),
    ]
