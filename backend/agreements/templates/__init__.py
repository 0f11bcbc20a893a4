"""Templates as versioned data: one file each, named by kind and number. What is used is never edited."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from backend.agreements.rules import AgreementKind, PartyRole


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role the text needs, in the text's words, by how many people."""

    role: PartyRole
    words: str
    least: int
    most: int


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article. `when` names the fact it is printed for, with a ! for its absence.

    A paragraph beginning with @ stands for a list that the family fills in.
    """

    heading: str
    paragraphs: tuple[str, ...]
    when: str = ""


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The wording of one kind of agreement, in one version; `duties` by the key a draft names."""

    id: str
    kind: AgreementKind
    title: str
    places: tuple[Place, ...]
    duties: Mapping[str, str]
    clauses: tuple[ClauseWords, ...]

    def place(self, role: PartyRole) -> Place:
        """Of a role the template may lack."""
        return next((place for place in self.places if place.role is role), Place(role, "", 0, 0))


CURRENT = {AgreementKind.CARE: "care/2", AgreementKind.SUPPORT: "support/1"}
"""The template a new text is written by."""
TEMPLATES = frozenset(path.stem.replace("-", "/") for path in Path(__file__).parent.glob("*.toml"))


@cache
def template(template_id: str) -> Template:
    """`care/2`, as `care-2.toml` beside this file has it."""
    source = Path(__file__).with_name(f"{template_id.replace('/', '-')}.toml")
    return msgspec.toml.decode(source.read_bytes(), type=Template)
