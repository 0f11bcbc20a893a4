"""What the check page says: of each state, on each day, and of a file that bears one of our numbers."""

from datetime import date, timedelta

import pytest

from backend.agreements.rules import AgreementState
from backend.agreements.verdicts import PaperVerdict, names_an_agreement, verdict

STARTS, ENDS = date(2026, 3, 1), date(2027, 2, 28)


class TestVerdict:
    @pytest.mark.parametrize(
        ("state", "said"),
        [
            (AgreementState.FILED, PaperVerdict.VALID),
            (AgreementState.SUSPENDED, PaperVerdict.SUSPENDED),
            (AgreementState.SUPERSEDED, PaperVerdict.SUPERSEDED),
            (AgreementState.ENDED, PaperVerdict.ENDED),
        ],
    )
    def test_follows_the_state(self, state: AgreementState, said: PaperVerdict) -> None:
        assert verdict(state, STARTS, ENDS, ENDS) is said

    def test_ends_the_day_after_the_term(self) -> None:
        assert verdict(AgreementState.FILED, STARTS, ENDS, ENDS + timedelta(days=1)) is PaperVerdict.ENDED


class TestNumber:
    @pytest.mark.parametrize(
        "pdf",
        [
            b"/Reason (... 520123100201-2026-0001 ...)",
            "协议 520123100201-2026-0001 存证封存".encode("utf-16-be"),
            rb"(\376\377" + b"".join(rb"\000" + bytes([each]) for each in b"520123100201-2026-0001"),
            b"https://x/check?number=520123100201-2026-123456",
        ],
    )
    def test_is_found_in_the_seal_and_in_the_address(self, pdf: bytes) -> None:
        assert names_an_agreement(pdf)

    @pytest.mark.parametrize("pdf", [b"", b"520123100201", b"2026-0001", b"13800000001-2026"])
    def test_is_not_seen_where_there_is_none(self, pdf: bytes) -> None:
        assert not names_an_agreement(pdf)
