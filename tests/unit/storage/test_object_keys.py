"""Which keys an object may have."""

import pytest

from backend.storage.errors import KeyNotAllowed
from backend.storage.port import checked_key


class TestCheckedKey:
    @pytest.mark.parametrize("key", ["a", "visits/2026/0198a.jpg", "a-b/c_d/e.f", "/".join("abcdefgh")])
    def test_takes_plain_keys(self, key: str) -> None:
        assert checked_key(key) == key

    @pytest.mark.parametrize(
        "key",
        [
            "",
            "/etc/passwd",
            "..",
            "../a",
            "a/../b",
            "a/./b",
            "a//b",
            "a/",
            ".hidden",
            "a/.hidden",
            "a\\b",
            "a\x00b",
            "a\n",
            "a%2e%2e",
            "A",
            "照片",
            "UNFINISHED/x",
            "a.OBJECT",
            "a" * 129,
            "/".join("abcdefghi"),
        ],
    )
    def test_refuses_all_that_could_lead_elsewhere(self, key: str) -> None:
        with pytest.raises(KeyNotAllowed):
            checked_key(key)
