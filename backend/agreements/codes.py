"""The check code printed beside a number, and the code that ties a printed sheet to one text; pure."""

import secrets
import unicodedata

_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_check_code() -> str:
    """Twelve letters and digits nobody confuses, in groups of four: about 59 bits."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def code_from(digest: bytes) -> str:
    """The same form, always the same for the same keyed hash."""
    rest, letters = int.from_bytes(digest, "big"), ""
    for _ in range(12):
        rest, at = divmod(rest, len(_CODE_LETTERS))
        letters += _CODE_LETTERS[at]
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def normal_check_code(given: str) -> str:
    """A code as a person may have typed it, in the printed form."""
    typed = unicodedata.normalize("NFKC", given).upper()
    letters = "".join(letter for letter in typed if letter in _CODE_LETTERS)
    return "-".join((letters[:4], letters[4:8], letters[8:]))
