"""What a picture in pieces looks like, and how much of it we hold, pure."""

import hashlib

import msgspec

from backend.storage.errors import PictureTooLarge, PieceDamaged, PieceOutOfRange, TooManyOpenUploads

MOST_BYTES = 8 * 1024 * 1024
"""Of one picture, as the phone sends it."""
LEAST_PIECE, MOST_PIECE = 16 * 1024, 256 * 1024
MOST_OPEN = 20
MOST_OPEN_BYTES = 64 * 1024 * 1024
"""Of one account, half sent at a time."""


class Announced(msgspec.Struct, frozen=True):
    """What the phone says before it sends: bytes in all, bytes of each piece but the last, SHA-256 of the whole."""

    size: int
    piece_size: int
    sha256: str

    @property
    def pieces(self) -> int:
        return -(-self.size // self.piece_size)

    def length(self, number: int) -> int:
        """Bytes of piece `number`. Raises PieceOutOfRange."""
        if not 0 <= number < self.pieces:
            raise PieceOutOfRange(field="number")
        return min(self.piece_size, self.size - number * self.piece_size)


class Piece(msgspec.Struct, frozen=True):
    """One piece, numbered from 0, with the SHA-256 the phone computed of it."""

    number: int
    sha256: str
    data: bytes


def check_size(size: int) -> None:
    """Raises PictureTooLarge."""
    if size > MOST_BYTES:
        raise PictureTooLarge(field="size")


def check_room(count: int, size: int, announced: Announced) -> None:
    """Whether an account with `count` open uploads of `size` bytes in all may begin another. Raises
    TooManyOpenUploads."""
    if count >= MOST_OPEN or size + announced.size > MOST_OPEN_BYTES:
        raise TooManyOpenUploads


def check_piece(announced: Announced, piece: Piece) -> None:
    """Raises PieceOutOfRange, PieceDamaged."""
    if len(piece.data) != announced.length(piece.number) or digest(piece.data) != piece.sha256:
        raise PieceDamaged


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()
