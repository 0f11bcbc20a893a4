"""UUIDv7 by RFC 9562."""

import os
import time

from backend.kit.ids import uuid7


class TestUuid7:
    def test_says_its_version_and_variant(self) -> None:
        made = uuid7()
        assert made.version == 7
        assert made.variant == "specified in RFC 4122"

    def test_begins_with_its_millisecond(self) -> None:
        before, made, after = time.time_ns(), uuid7().int >> 80, time.time_ns()
        assert before // 1_000_000 <= made <= after // 1_000_000

    def test_sorts_by_birth_as_number_and_as_text(self) -> None:
        made = [uuid7() for _ in range(2000)]
        assert made == sorted(made)
        assert list(map(str, made)) == sorted(map(str, made))

    def test_differs_between_a_process_and_its_forks(self) -> None:
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            os.write(writing, b"".join(uuid7().bytes for _ in range(100)))
            os._exit(0)
        mine = {uuid7().bytes for _ in range(100)}
        os.waitpid(child, 0)
        theirs = os.read(reading, 1600)
        os.close(reading)
        os.close(writing)
        assert len({theirs[at : at + 16] for at in range(0, 1600, 16)} | mine) == 200
