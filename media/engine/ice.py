"""ICE-lite (RFC 8445 2.5) behind one port: STUN is told apart by its user name, everything else by its address.

We are always the passive, controlled side: a client proves it knows our password from some address, and from then
on that address is the client's. A client that moves to another network proves itself again from there.
"""

import secrets
import struct
import time
from collections import Counter
from collections.abc import Callable
from typing import Protocol

from aioice import stun

from media.engine.socket import Address, UdpPort

MAX_ADDRESSES = 16
QUIET_AFTER = 10.0


class Receiver(Protocol):
    """Whoever sits behind an agent and wants what is not STUN."""

    def receive(self, data: bytes, now: float) -> None: ...


class IceAgent:
    """One peer connection's place on the port. `selected` is where to send; None until a check succeeded."""

    def __init__(self, port: "IcePort", receiver: Receiver) -> None:
        self._port, self.receiver = port, receiver
        self.user, self.password = "", ""
        self.selected: Address | None = None
        self.heard_at = 0.0
        self.addresses: list[Address] = []
        self._old_users: list[str] = []
        self.restart()

    def restart(self) -> None:
        """New credentials (RFC 8445 9); the address in use stays good until the client proves another."""
        if self.user:
            self._old_users.append(self.user)
        self.user, self.password = secrets.token_hex(4), secrets.token_hex(12)
        self._port.register(self)

    def send(self, data: bytes | bytearray | memoryview) -> None:
        if self.selected is not None:
            self._port.udp.send(data, self.selected)

    def close(self) -> None:
        self._port.forget(self, [self.user, *self._old_users])


class IcePort:
    """All agents behind one UDP port."""

    def __init__(self, udp: UdpPort, now: Callable[[], float] = time.monotonic) -> None:
        self.udp = udp
        self._now = now
        self._by_user: dict[str, tuple[IceAgent, bytes]] = {}
        self._by_address: dict[Address, IceAgent] = {}
        # Why datagrams went nowhere, and how many.
        self.dropped: Counter[str] = Counter()

    def register(self, agent: IceAgent) -> None:
        self._by_user[agent.user] = (agent, agent.password.encode())

    def forget(self, agent: IceAgent, users: list[str]) -> None:
        for user in users:
            self._by_user.pop(user, None)
        for address in agent.addresses:
            if self._by_address.get(address) is agent:
                del self._by_address[address]
        agent.addresses.clear()
        agent.selected = None

    def heard(self, data: bytes, address: Address) -> None:
        """One datagram from anywhere; what is not provably for an agent is dropped without an answer."""
        if data and data[0] < 4:
            if not self._check(data, address):
                self.dropped["unproven"] += 1
        elif data and (agent := self._by_address.get(address)):
            agent.heard_at = now = self._now()
            agent.receiver.receive(data, now)
        else:
            self.dropped["stranger"] += 1

    def _check(self, data: bytes, address: Address) -> bool:
        request = read_check(data)
        if request is None:
            return False
        agent, key = self._by_user.get(request.attributes["USERNAME"].partition(":")[0], (None, b""))
        if agent is None or not request.check_message_integrity(key):
            return False
        if not self._claim(agent, address):
            return False
        if agent.selected is None or "USE-CANDIDATE" in request.attributes:
            agent.selected = address
        agent.heard_at = self._now()
        self.udp.send(answer_check(request, address, key), address)
        return True

    def _claim(self, agent: IceAgent, address: Address) -> bool:
        """An address in live use belongs to who proved it first: nobody takes it by forging the sender."""
        owner = self._by_address.get(address)
        if owner is agent:
            return True
        if owner is not None and owner.selected == address and self._now() - owner.heard_at < QUIET_AFTER:
            return False
        if owner is not None:
            owner.addresses.remove(address)
        self._by_address[address] = agent
        agent.addresses.append(address)
        if len(agent.addresses) > MAX_ADDRESSES:
            stale = next(known for known in agent.addresses if known != agent.selected)
            agent.addresses.remove(stale)
            del self._by_address[stale]
        return True


def read_check(data: bytes) -> stun.Message | None:
    """A connectivity check worth verifying, or None for anything else, however malformed."""
    try:
        message = stun.parse_message(data)
    except (ValueError, IndexError, struct.error):
        return None
    is_check = message.message_method == stun.Method.BINDING and message.message_class == stun.Class.REQUEST
    return message if is_check and "USERNAME" in message.attributes else None


def answer_check(request: stun.Message, address: Address, key: bytes) -> bytes:
    """The success response (RFC 8445 7.3.1), signed with our password."""
    answer = stun.Message(stun.Method.BINDING, stun.Class.RESPONSE, request.transaction_id)
    answer.attributes["XOR-MAPPED-ADDRESS"] = address
    answer.add_message_integrity(key)
    return bytes(answer)
