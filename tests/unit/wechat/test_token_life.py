"""How long a token is kept: clear of WeChat's early renewal, never for ever, never not at all."""

import pytest

from backend.wechat.token import keep_for


def test_a_fresh_token_is_given_up_before_wechat_renews_it() -> None:
    assert {7200 - 300 - 60 < keep_for(7200) <= 7200 - 300 for _ in range(200)} == {True}


@pytest.mark.parametrize("expires_in", [345, 300, 30, 2, 1, 0, -5])
def test_a_short_lived_token_is_kept_for_moments(expires_in: int) -> None:
    assert {1 <= keep_for(expires_in) <= 45 for _ in range(200)} == {True}
