"""The check code printed beside a number, pure."""

import secrets
import unicodedata

_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_check_code() -> str:
    """Twelve letters and digits nobody confuses, in groups of four: about 59 bits."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def normal_check_code(given: str) -> str:
    """A code as a person may have typed it, in the printed form."""
    typed = unicodedata.normalize("NFKC", given).upper()
    letters = "".join(letter for letter in typed if letter in _CODE_LETTERS)
    return "-".join((letters[:4], letters[4:8], letters[8:]))
