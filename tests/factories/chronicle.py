"""What happened in a county in a year, as a plain list of events, and a recount of its visits by living through it.

Nothing of the product is asked here: days are looked at one by one, and the rules are told once more in other words.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rule:
    """A policy of counting from `since` on, for all villages of a township, or of the county when None."""

    since: date
    township: int | None = None
    came_by: int = 0
    left_from: int = 32
    hospital_days: int = 15
    away_days: int = 15
    phone: bool = True
    key_in_person: bool = False


@dataclass(slots=True)
class Life:
    """One elder: spans of days in villages, absences, visits as (day in China, mode)."""

    key: bool
    spans: list[tuple[date, date | None, int]] = field(default_factory=list)
    absences: list[tuple[date, date | None, str]] = field(default_factory=list)
    visits: list[tuple[date, str]] = field(default_factory=list)

    def here(self, day: date) -> bool:
        return any(start <= day and (end is None or day < end) for start, end, _ in self.spans)

    def away(self, day: date) -> str | None:
        for start, end, reason in self.absences:
            if start <= day and (end is None or day < end):
                return reason
        return None


@dataclass
class Chronicle:
    """The simulator's own list. `township` is of each village, `merged` the successor and day of those gone."""

    township: list[int]
    lives: list[Life] = field(default_factory=list)
    merged: dict[int, tuple[int, date]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=lambda: [Rule(date.min)])

    def enter(self, elder: int, village: int, day: date) -> None:
        self.lives[elder].spans.append((day, None, village))

    def leave(self, elder: int, day: date) -> None:
        life = self.lives[elder]
        start, _, village = life.spans.pop()
        if start < day:
            life.spans.append((start, day, village))
        if life.absences and life.absences[-1][1] is None:
            begun, _, reason = life.absences.pop()
            life.absences.append((begun, max(day, begun), reason))

    def move(self, elder: int, village: int, day: date) -> None:
        life = self.lives[elder]
        start, _, old = life.spans.pop()
        if start < day:
            life.spans.append((start, day, old))
        life.spans.append((day, None, village))

    def merge(self, village: int, into: int, day: date) -> None:
        self.merged[village] = (into, day)
        for elder, life in enumerate(self.lives):
            if life.spans and life.spans[-1][1] is None and life.spans[-1][2] == village:
                self.move(elder, into, day)

    def rule(self, village: int, first: date) -> Rule:
        """What held in a village on a month's first day: the township's own before the county's, the later the more."""
        held = [each for each in self.rules if each.since <= first]
        own = [each for each in held if each.township == self.township[village]]
        return max(own or [each for each in held if each.township is None], key=lambda each: each.since)

    def village_of(self, life: Life, first: date, last: date) -> int | None:
        """Where the elder stood on the last day of the period on the register, as the villages are named on its end."""
        day = last
        while day >= first:
            for start, end, village in life.spans:
                if start <= day and (end is None or day < end):
                    while village in self.merged and self.merged[village][1] <= last:
                        village = self.merged[village][0]
                    return village
            day -= DAY
        return None

    def standing(self, life: Life, rule: Rule, first: date, last: date) -> str | None:
        """One elder's month, day by day."""
        days = [first + DAY * number for number in range((last - first).days + 1)]
        here = [day for day in days if life.here(day)]
        if not here:
            return None
        if here[-1] != last and (here[-1] + DAY - first).days + 1 < rule.left_from:
            return "left_early"
        seen = {mode for day, mode in life.visits if first <= day <= last}
        near, far = seen & {"home", "group"}, seen & ({"phone", "video"} if rule.phone else {"video"})
        if near or (far and not (life.key and life.here(last))):
            return "visited"
        if far:
            return "from_afar_only" if rule.key_in_person else "from_afar"
        gone = Counter(reason for day in days if (reason := life.away(day)))
        if gone["hospital"] > rule.hospital_days:
            return "hospital"
        if gone["away"] + gone["with_child"] > rule.away_days:
            return "with_child" if gone["with_child"] >= gone["away"] else "away"
        came = 0 if here[0] == first and life.here(first - DAY) else here[0].day
        return "came_late" if came > rule.came_by else "missed"

    def recount(self, months: list[tuple[date, date]]) -> dict[int, Counter[str]]:
        """By village: how many elders in each standing, and the visits, of a month or of several together."""
        first, last = months[0][0], months[-1][1]
        counted: dict[int, Counter[str]] = {}
        for life in self.lives:
            village = self.village_of(life, first, last)
            if village is None:
                continue
            place = counted.setdefault(village, Counter())
            stood = [self.standing(life, self.rule(village, begins), begins, ends) for begins, ends in months]
            place[worst([each for each in stood if each])] += 1
            held = [mode for day, mode in life.visits if first <= day <= last]
            place["visits"] += len(held)
            place["at_home"] += held.count("home")
        return counted


def worst(months: list[str]) -> str:
    """A quarter is only as good as its worst month in which a visit was owed."""
    for each in ("missed", "from_afar_only", "from_afar", "visited"):
        if each in months:
            return each
    return months[-1]
