"""Names as they are compared, pure."""

import unicodedata


def bare_name(name: str) -> str:
    """The letters of a name, whatever was typed between them."""
    letters = unicodedata.normalize("NFKC", name)
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] not in "CZ")
