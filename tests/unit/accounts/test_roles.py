"""What a membership sees, before any table is asked."""

from datetime import date
from uuid import UUID

import pytest

from backend.accounts.errors import NoSuchMembership, RoleCannot
from backend.accounts.roles import OFFICES, Role
from backend.accounts.viewer import Viewer
from backend.divisions.scope import Level, LevelTooLow

A, B = UUID(int=1), UUID(int=2)


def viewer(role: Role | None) -> Viewer:
    """Someone with a division and a tied elder, whatever the role makes of them."""
    return Viewer(A, B, "王", role, A if role else None, B, (A,), date(2026, 3, 10))


class TestRole:
    @pytest.mark.parametrize("role", Role)
    def test_tells_the_person_what_it_may_do_and_the_log_why_it_looks(self, role: Role) -> None:
        assert role.description
        assert role.purpose.isascii()

    def test_shows_the_county_figures_the_township_cards_and_the_others_files(self) -> None:
        assert Role.COUNTY.level is Level.COUNTS
        assert Role.TOWNSHIP.level is Level.CARD
        assert {role.level for role in set(Role) - {Role.COUNTY, Role.TOWNSHIP}} == {Level.FULL}


class TestScope:
    @pytest.mark.parametrize("role", sorted(OFFICES))
    def test_of_an_office_is_its_division_and_no_tied_elder(self, role: Role) -> None:
        scope = viewer(role).scope
        assert (scope.division, scope.elders) == (B, ())

    @pytest.mark.parametrize("role", sorted(set(Role) - OFFICES))
    def test_of_the_others_is_their_tied_elders_and_no_division(self, role: Role) -> None:
        scope = viewer(role).scope
        assert (scope.division, scope.elders) == (None, (A,))

    def test_is_not_to_be_had_without_a_role(self) -> None:
        with pytest.raises(NoSuchMembership):
            _ = viewer(None).scope

    @pytest.mark.parametrize(
        ("role", "refused"),
        [(Role.COUNTY, {Level.CARD, Level.FULL}), (Role.TOWNSHIP, {Level.FULL}), (Role.VOLUNTEER, set())],
    )
    def test_shows_as_much_as_its_level(self, role: Role, refused: set[Level]) -> None:
        scope = viewer(role).scope
        for level in Level:
            if level in refused:
                with pytest.raises(LevelTooLow):
                    scope.require(level)
            else:
                scope.require(level)

    def test_of_an_office_without_a_division_shows_nothing(self) -> None:
        nowhere = Viewer(A, B, "王", Role.COMMITTEE, A, None, (A,), date(2026, 3, 10))
        assert nowhere.scope.elders == ()


class TestRequire:
    @pytest.mark.parametrize("role", [Role.COUNTY, None])
    def test_refuses_every_other_role(self, role: Role | None) -> None:
        with pytest.raises(RoleCannot):
            viewer(role).require(Role.COMMITTEE, Role.VOLUNTEER)

    def test_lets_the_named_in(self) -> None:
        viewer(Role.VOLUNTEER).require(Role.COMMITTEE, Role.VOLUNTEER)
