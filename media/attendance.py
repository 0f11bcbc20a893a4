"""The ledger of one room session: who was there, and how long they could talk. Becomes the room's events."""

from dataclasses import dataclass, field
from datetime import datetime

from media.contract import Attendance, EventKind, Role, RoomEvent


@dataclass
class Line:
    """One participant's line; see `contract.Attendance`."""

    role: Role
    joined_at: datetime
    admitted: bool = False
    left_at: datetime | None = None
    connected: float = 0.0
    talk: float = 0.0


@dataclass
class Ledger:
    """Grows only: times are added in seconds, each second at most once for each participant."""

    node: str
    room: str
    session: str
    opened_at: datetime
    closed_at: datetime | None = None
    talk: float = 0.0
    lines: dict[str, Line] = field(default_factory=dict)
    _number: int = 0

    def came(self, participant: str, role: Role, at: datetime) -> None:
        """First knock, or back again."""
        line = self.lines.setdefault(participant, Line(role, at))
        line.left_at = None

    def admitted(self, participant: str) -> None:
        self.lines[participant].admitted = True

    def left(self, participant: str, at: datetime) -> None:
        self.lines[participant].left_at = at

    def advance(self, seconds: float, connected: set[str], flowing: set[str]) -> None:
        """`seconds` passed in which these participants were connected and these sent sound or picture."""
        inside = {person for person in connected if self.lines[person].admitted}
        speaking = flowing & inside
        roles = {self.lines[person].role for person in speaking}
        for person in inside:
            self.lines[person].connected += seconds
            if person in speaking and len(speaking) > 1:
                self.lines[person].talk += seconds
        if roles == {Role.HOST, Role.GUEST}:
            self.talk += seconds

    def close(self, at: datetime) -> None:
        """Nobody is there any more."""
        self.closed_at = at
        for line in self.lines.values():
            line.left_at = line.left_at or at

    def event(self, kind: EventKind, at: datetime) -> RoomEvent:
        """The next report: everything so far, under the next number."""
        self._number += 1
        return RoomEvent(
            node=self.node,
            room=self.room,
            session=self.session,
            number=self._number,
            kind=kind,
            at=at,
            opened_at=self.opened_at,
            closed_at=self.closed_at,
            talk_ms=round(self.talk * 1000),
            participants=tuple(
                Attendance(
                    participant=participant,
                    role=line.role,
                    admitted=line.admitted,
                    joined_at=line.joined_at,
                    left_at=line.left_at,
                    connected_ms=round(line.connected * 1000),
                    talk_ms=round(line.talk * 1000),
                )
                for participant, line in self.lines.items()
            ),
        )
