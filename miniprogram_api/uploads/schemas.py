"""Pictures on the wire."""

from typing import Literal

import msgspec


class SizeQuery(msgspec.Struct, frozen=True):
    """The whole picture or its thumbnail."""

    size: Literal["full", "thumb"] = "full"
