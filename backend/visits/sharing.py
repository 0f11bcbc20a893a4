"""Which part of a report the elder's word decides on, and whether anything of it is left for the family; pure."""

from collections.abc import Mapping, Set

from backend.consents.purposes import Purpose
from backend.consents.rules import Matter, Onlooker, may_see
from backend.visits.rules import Finding

DOMAINS: Mapping[str, Matter] = {
    "health": Matter.HEALTH,
    "economy": Matter.ECONOMY,
    "family_duty": Matter.DUTY,
    "safety": Matter.SAFETY,
    "needs": Matter.NEEDS,
}
"""A report's domains, and what each is of a file."""
LIFE = frozenset({"health", "safety", "needs"})
"""Domains in which a call for help endangers life or health, and is no matter of consent."""


def tells_family(refused: Set[Purpose], found: Mapping[str, str]) -> bool:
    """Whether the family of an elder who said no to `refused` finds a word, a picture or an alarm in a report."""
    if any(found[domain] == Finding.HELP for domain in LIFE):
        return True
    return any(may_see(matter, Onlooker.FAMILY, refused) for matter in (*DOMAINS.values(), *_BESIDE))


_BESIDE = (Matter.WORDS, Matter.PICTURES)
