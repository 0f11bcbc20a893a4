"""ICE-lite on one port: who may speak from where."""

import struct
from dataclasses import dataclass, field

import pytest
from aioice import stun
from hypothesis import given
from hypothesis import strategies as st

from media.engine.ice import MAX_ADDRESSES, QUIET_AFTER, IceAgent, IcePort, answer_check, read_check
from media.engine.socket import Address, UdpPort

HERE, ELSEWHERE = ("192.0.2.7", 40_000), ("198.51.100.9", 50_000)


class Wire(UdpPort):
    """A port that keeps what it is given to send."""

    def __init__(self) -> None:
        self.sent: list[tuple[bytes, Address]] = []

    def send(self, data: bytes | bytearray | memoryview, address: Address) -> None:
        self.sent.append((bytes(data), address))


@dataclass
class Ear:
    """Whoever sits behind an agent."""

    heard: list[bytes] = field(default_factory=list)

    def receive(self, data: bytes, now: float) -> None:
        self.heard.append(data)


class Scene:
    """A port with a clock that stands still until told."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.wire = Wire()
        self.port = IcePort(self.wire, lambda: self.now)

    def agent(self) -> tuple[IceAgent, Ear]:
        ear = Ear()
        return IceAgent(self.port, ear), ear

    def check(self, agent: IceAgent, source: Address, *, password: str | None = None, nominate: bool = True) -> None:
        self.port.heard(binding(agent.user, password or agent.password, nominate=nominate), source)


def binding(user: str, password: str, *, nominate: bool = True) -> bytes:
    """A connectivity check as a browser sends it."""
    request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
    request.attributes |= {"USERNAME": f"{user}:them", "PRIORITY": 1, "ICE-CONTROLLING": 1}
    if nominate:
        request.attributes["USE-CANDIDATE"] = None
    request.add_message_integrity(password.encode())
    return bytes(request)


@pytest.fixture
def scene() -> Scene:
    return Scene()


class TestCheck:
    def test_with_the_right_password_is_answered_with_the_clients_own_address(self, scene: Scene) -> None:
        agent, _ = scene.agent()
        scene.check(agent, HERE)
        ((data, address),) = scene.wire.sent
        answer = stun.parse_message(data)
        assert address == HERE
        assert answer.message_class == stun.Class.RESPONSE
        assert answer.attributes["XOR-MAPPED-ADDRESS"] == HERE
        assert answer.check_message_integrity(agent.password.encode())
        assert agent.selected == HERE

    def test_with_a_wrong_password_meets_silence(self, scene: Scene) -> None:
        agent, ear = scene.agent()
        scene.check(agent, HERE, password="guess")
        scene.port.heard(b"\x80 media from there", HERE)
        assert (scene.wire.sent, ear.heard, agent.selected) == ([], [], None)

    def test_without_integrity_meets_silence(self, scene: Scene) -> None:
        agent, _ = scene.agent()
        request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        request.attributes["USERNAME"] = f"{agent.user}:them"
        scene.port.heard(bytes(request), HERE)
        assert scene.wire.sent == []

    def test_of_a_stranger_meets_silence(self, scene: Scene) -> None:
        scene.port.heard(binding("nobody", "password"), HERE)
        assert scene.wire.sent == []

    def test_that_nominates_moves_the_client_and_one_that_does_not_leaves_it(self, scene: Scene) -> None:
        agent, _ = scene.agent()
        scene.check(agent, HERE)
        scene.check(agent, ELSEWHERE, nominate=False)
        assert agent.selected == HERE
        scene.check(agent, ELSEWHERE)
        assert agent.selected == ELSEWHERE

    @given(st.binary(max_size=200))
    def test_any_bytes_are_no_check(self, data: bytes) -> None:
        assert read_check(data) is None

    @given(st.sampled_from([1, 3, 6, 8, 9, 0x20, 0x24, 0x25, 0x8022, 0x8028, 0x802A]), st.binary(max_size=40))
    def test_any_attribute_is_read_or_dropped(self, attribute: int, value: bytes) -> None:
        body = struct.pack("!HH", attribute, len(value)) + value + b"\0" * (-len(value) % 4)
        scene = Scene()
        scene.agent()
        scene.port.heard(struct.pack("!HHI12s", 1, len(body), stun.COOKIE, b"x" * 12) + body, HERE)
        assert scene.wire.sent == []

    @given(st.integers(0, 200), st.integers(1, 255))
    def test_one_flipped_byte_is_not_accepted(self, at: int, flip: int) -> None:
        scene = Scene()
        agent, _ = scene.agent()
        data = bytearray(binding(agent.user, agent.password))
        at %= len(data) - 8
        data[at] ^= flip
        scene.port.heard(bytes(data), HERE)
        assert agent.selected is None


class TestMedia:
    def test_goes_to_the_one_who_proved_the_address(self, scene: Scene) -> None:
        (mei, mei_hears), (anna, anna_hears) = scene.agent(), scene.agent()
        scene.check(mei, HERE)
        scene.check(anna, ELSEWHERE)
        scene.port.heard(b"\x80one", HERE)
        scene.port.heard(b"\x80two", ELSEWHERE)
        scene.port.heard(b"\x80three", ("203.0.113.1", 1))
        scene.port.heard(b"", HERE)
        assert (mei_hears.heard, anna_hears.heard) == ([b"\x80one"], [b"\x80two"])

    def test_of_one_cannot_be_taken_by_another_who_forges_the_address(self, scene: Scene) -> None:
        (mei, mei_hears), (thief, _) = scene.agent(), scene.agent()
        scene.check(mei, HERE)
        scene.check(thief, HERE)
        scene.port.heard(b"\x80still mine", HERE)
        assert mei_hears.heard == [b"\x80still mine"]
        assert thief.selected is None

    def test_address_long_silent_may_be_someone_elses_by_now(self, scene: Scene) -> None:
        (gone, _), (new, new_hears) = scene.agent(), scene.agent()
        scene.check(gone, HERE)
        scene.now += QUIET_AFTER + 1
        scene.check(new, HERE)
        scene.port.heard(b"\x80hello", HERE)
        assert new_hears.heard == [b"\x80hello"]

    def test_after_closing_goes_nowhere(self, scene: Scene) -> None:
        agent, ear = scene.agent()
        scene.check(agent, HERE)
        agent.close()
        scene.check(agent, HERE)
        scene.port.heard(b"\x80late", HERE)
        assert ear.heard == []


class TestAgent:
    def test_remembers_only_so_many_addresses_and_never_forgets_the_one_in_use(self, scene: Scene) -> None:
        agent, ear = scene.agent()
        scene.check(agent, HERE)
        for number in range(100):
            scene.check(agent, ("203.0.113.5", 10_000 + number), nominate=False)
        assert len(agent.addresses) == MAX_ADDRESSES
        scene.port.heard(b"\x80here", HERE)
        assert ear.heard == [b"\x80here"]

    def test_restarted_takes_new_and_old_credentials_until_closed(self, scene: Scene) -> None:
        agent, _ = scene.agent()
        old_user, old_password = agent.user, agent.password
        scene.check(agent, HERE)
        agent.restart()
        assert (agent.user, agent.password) != (old_user, old_password)
        scene.port.heard(binding(old_user, old_password), HERE)
        scene.check(agent, ELSEWHERE)
        assert len(scene.wire.sent) == 3
        assert agent.selected == ELSEWHERE
        agent.close()
        scene.port.heard(binding(old_user, old_password), HERE)
        assert len(scene.wire.sent) == 3


def test_answer_is_one_that_browsers_accept() -> None:
    request = stun.parse_message(binding("us", "password"))
    answer = stun.parse_message(answer_check(request, HERE, b"password"))
    assert answer.transaction_id == request.transaction_id
    assert "FINGERPRINT" in answer.attributes
