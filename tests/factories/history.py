"""A random history of a county's register, as its own plain list of events, and what must be counted on any day.

Nothing of the product is asked here: the counts are made by living through the list.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Literal

FIRST, DAYS = date(2025, 1, 6), 420
TIERS = ("high", "medium", "routine", "unclassified")
REASONS = ("child_returned", "moved_away", "died", "institution", "mistake")

Kind = Literal["enter", "leave", "back", "move", "tier", "merge", "under", "retire"]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day. `elder` and places are numbers; `place` is a village, or a township for "under"."""

    day: date
    kind: Kind
    elder: int = -1
    village: int = -1
    place: int = -1
    word: str = ""


@dataclass
class County:
    """Who is where, as the events say: `home` and `tier` hold everyone who ever came, `here` those on the register."""

    townships: int
    villages: int
    home: dict[int, int] = field(default_factory=dict)
    tier: dict[int, str] = field(default_factory=dict)
    here: set[int] = field(default_factory=set)
    township_of: dict[int, int] = field(default_factory=dict)
    gone: dict[int, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.township_of = {village: village % self.townships for village in range(self.villages)}

    @property
    def standing(self) -> list[int]:
        """Villages neither merged nor retired."""
        return [village for village in self.township_of if village not in self.gone]

    @property
    def lived_in(self) -> list[int]:
        """Of those, the ones people come to of themselves; every sixth village fills by mergers only."""
        return [village for village in self.standing if village % 6]

    def live(self, event: Event) -> None:
        """Let it happen."""
        if event.kind in ("enter", "back"):
            self.here.add(event.elder)
            self.tier[event.elder] = event.word
            self.home[event.elder] = event.village
        elif event.kind == "leave":
            self.here.discard(event.elder)
        elif event.kind == "move":
            self.home[event.elder] = event.place
        elif event.kind == "tier":
            self.tier[event.elder] = event.word
        elif event.kind == "under":
            self.township_of[event.village] = event.place
        else:
            self.gone[event.village] = event.day
            for elder, village in self.home.items():
                if village == event.village and event.kind == "merge":
                    self.home[elder] = event.place


def random_history(seed: int, *, elders: int, townships: int = 4, villages: int = 24) -> list[Event]:
    """Events in order of days. Each can happen: nobody leaves twice, no village is merged or changed twice a day."""
    dice, county = Random(seed), County(townships, villages)
    events: list[Event] = []
    days = sorted(dice.randrange(DAYS) for _ in range(elders * 2))
    calendar = sorted(dice.randrange(30, DAYS) for _ in range(villages))
    changed: dict[int, date] = {}
    for number in days:
        day = FIRST + timedelta(days=number)
        while calendar and (calendar[0] < number or (calendar[0] == number and dice.random() < 0.5)):
            on = FIRST + timedelta(days=calendar.pop(0))
            if event := _of_the_tree(dice, county, on, changed):
                events.append(event)
                county.live(event)
        event = _of_an_elder(dice, county, day, elders)
        events.append(event)
        county.live(event)
    return events


def _of_the_tree(dice: Random, county: County, day: date, changed: dict[int, date]) -> Event | None:
    standing = county.standing
    village = dice.choice(standing)
    if changed.get(village) == day or len(county.lived_in) < 4:
        return None
    changed[village] = day
    if dice.random() < 0.5:
        others = [each for each in range(county.townships) if each != county.township_of[village]]
        return Event(day, "under", village=village, place=dice.choice(others))
    if village not in county.home.values():
        return Event(day, "retire", village=village)
    into = dice.choice([each for each in standing if each != village])
    return Event(day, "merge", village=village, place=into)


def _of_an_elder(dice: Random, county: County, day: date, elders: int) -> Event:
    if len(county.home) < elders and (len(county.home) < 5 or dice.random() < 0.5):
        return Event(day, "enter", len(county.home), dice.choice(county.lived_in), word=dice.choice(TIERS))
    elder = dice.randrange(len(county.home))
    home = county.home[elder]
    if elder not in county.here:
        return Event(day, "back", elder, home, word=dice.choice(TIERS))
    kind = dice.choices(("leave", "move", "tier"), (4, 3, 3))[0]
    if kind == "leave":
        return Event(day, "leave", elder, home, word=dice.choice(REASONS))
    if kind == "tier":
        return Event(day, "tier", elder, word=dice.choice(TIERS))
    others = [each for each in county.lived_in if each != home]
    return Event(day, "move", elder, home, dice.choice(others))


Counts = Counter[tuple[str, str]]
"""How many by (tier, "on_register" or why they left)."""


@dataclass(frozen=True)
class Told:
    """What the ledger has to tell of a day, by "county", "township 1", "village 2", those without anybody too."""

    as_of: date
    since: date
    places: dict[str, Counts]


def told(events: list[Event], periods: list[tuple[date, date]], *, townships: int, villages: int) -> Iterator[Told]:
    """For each (as_of, since), in order of `as_of`. Leavers count in the tier and village of the evening before."""
    county, left = County(townships, villages), list[tuple[date, int, str, str]]()
    waiting = iter([*events, None])
    event = next(waiting)
    evening: dict[int, str] = {}
    for as_of, since in periods:
        while event is not None and event.day <= as_of:
            today, evening = event.day, {elder: county.tier[elder] for elder in county.here}
            while event is not None and event.day == today:
                left += _leaving(event, county, evening)
                county.live(event)
                event = next(waiting)
        yield Told(as_of, since, _places(county, [each for each in left if since <= each[0] <= as_of], since))


def _leaving(event: Event, county: County, evening: dict[int, str]) -> list[tuple[date, int, str, str]]:
    """Day, village, tier and word of each who leaves a village's register by the event."""
    if event.kind == "merge":
        elders = [each for each in county.here if county.home[each] == event.village]
        return [(event.day, event.village, evening[each], "merged") for each in elders if each in evening]
    if event.kind in ("leave", "move") and event.elder in evening:
        word = event.word if event.kind == "leave" else "moved_within"
        return [(event.day, event.village, evening[event.elder], word)]
    return []


def _places(county: County, left: list[tuple[date, int, str, str]], since: date) -> dict[str, Counts]:
    shown = [each for each in county.township_of if each not in county.gone or county.gone[each] >= since]
    places = {"county": Counts()}
    places |= {f"township {each}": Counts() for each in range(county.townships)}
    places |= {f"village {each}": Counts() for each in shown}
    counted = [(county.home[each], county.tier[each], "on_register") for each in county.here]
    for village, tier, word in counted + [(village, tier, word) for _, village, tier, word in left]:
        for place in ("county", f"township {county.township_of[village]}", f"village {village}"):
            places[place][tier, word] += 1
    return places
