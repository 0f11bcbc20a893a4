"""Whereabouts may be told in part, as a spreadsheet tells them; a profile has a part for what is none of the others."""

from importlib import import_module

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.elders.eligibility import Whereabouts
from backend.profiles.rules import Part

_privacy = import_module("backend.migrations.0007_privacy")

UNIQUE = INDEXES = REFERENCES = ()


class Migration(migrations.Migration):
    dependencies = [("models", "0008_tasks")]

    initial = False

    operations = [
        _privacy.AnotherWord(
            model_name="ProfilePart",
            name="part",
            field=fields.CharEnumField(
                description="FAMILY: family\nHEALTH: health\nMIND: mind\nSAFETY: safety\nHYGIENE: hygiene\nDWELLING: dwelling\nNEEDS: needs\nINCOME: income\nCARE: care\nDIFFICULTIES: difficulties\nGUARDIAN: guardian\nREMARK: remark",
                enum_type=Part,
                max_length=12,
            ),
        ),
        ops.AlterField(
            model_name="Whereabouts",
            name="area",
            field=fields.CharEnumField(
                null=True,
                description="VILLAGE: village\nTOWNSHIP: township\nCOUNTY: county\nCITY: city\nPROVINCE: province\nELSEWHERE: elsewhere",
                enum_type=Whereabouts,
                max_length=9,
            ),
        ),
        ops.AlterField(model_name="Whereabouts", name="city", field=fields.CharField(null=True, max_length=40)),
        ops.AlterField(model_name="Whereabouts", name="province", field=fields.CharField(null=True, max_length=12)),
        ops.AlterField(model_name="Whereabouts", name="since", field=fields.DateField(null=True)),
        # SQLite built the table anew, and without it.
        ops.RunSQL(
            "CREATE INDEX IF NOT EXISTS ix_whereabouts_family_member_id_told_at ON whereabouts (family_member_id, told_at)"
        ),
    ]
