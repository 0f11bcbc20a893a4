"""What documents refuse, and what stops them.

Refusals are answered to people; the others are faults of the installation or of a service, for the log and the alarm.
"""

from backend.kit.errors import Invalid


class TextHasHiddenCharacters(Invalid):
    """Control, direction-changing or unassigned characters: what is shown would not be what is signed."""

    user_message = "文字里夹着看不见的特殊符号，请删去重新输入后再试"


class TextNotCanonical(Exception):
    """Bytes offered as an agreement's canonical text are not what `canonical_bytes` writes."""


class FontMissing(Exception):
    """The font file named by the settings is absent; nothing is rendered without it."""


class PictureNotPrintable(Exception):
    """A picture of an act cannot be read; the evidence page is not made without it."""


class EvidenceKeyUnreadable(Exception):
    """The PKCS#12 file is absent, its password is wrong, or it holds no key fit for sealing."""


class SealFailed(Exception):
    """The document could not be sealed: no PDF, sealed already, or the timestamp service did not answer."""
