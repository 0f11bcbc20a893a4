"""What documents refuse, and what stops them.

Refusals are answered to people; the others are faults of the installation or of a service, for the log and the alarm.
"""

from collections.abc import Iterable

from backend.kit.errors import Invalid


class TextHasHiddenCharacters(Invalid):
    """Control, direction-changing or unassigned characters: what is shown would not be what is signed."""

    user_message = "文字里夹着看不见的特殊符号，请删去重新输入后再试"


class CharacterNotPrintable(Invalid):
    """No installed font draws a character: a box or a gap on paper would name somebody else.

    `code_points` (`U+313F0`) are for the log and the alarm; what to do is to install a font and name it in RARE_FONTS.
    """

    user_message = "有的字（多半是名字里的生僻字）现在还打印不出来，请联系平台管理员加装字体"

    def __init__(self, characters: Iterable[str] = ()) -> None:
        super().__init__()
        self.code_points = [f"U+{ord(character):04X}" for character in characters]

    def __str__(self) -> str:
        return " ".join([self.code, *self.code_points])


class TextNotCanonical(Exception):
    """Bytes offered as an agreement's canonical text are not what `canonical_bytes` writes."""


class FontMissing(Exception):
    """The font file named by the settings is absent; nothing is rendered without it."""


class PictureNotPrintable(Exception):
    """A picture of an act cannot be read; the evidence page is not made without it."""


class EvidenceKeyUnreadable(Exception):
    """The PKCS#12 file or the PKCS#11 token is absent, its password is wrong, or it holds no key fit for sealing."""


class SealFailed(Exception):
    """The document could not be sealed: no PDF, sealed already, or a certificate that is not good."""


class TimestampUnavailable(SealFailed):
    """The timestamp service is silent or slow, refuses, or says what cannot be right; nothing is sealed."""
