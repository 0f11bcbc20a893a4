"""The environment, read once."""

import base64
import ipaddress
from datetime import UTC, datetime, timedelta

import pytest

from media.settings import MediaSettings, SettingMissing, machine_addresses
from media.turn import Turn

KEY = base64.b64encode(b"k" * 32).decode()
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


class TestRead:
    def test_needs_nothing_but_the_grant_key(self) -> None:
        settings = MediaSettings.read({"GRANT_KEY": KEY})
        assert settings.grant_key == b"k" * 32
        assert settings.udp_port == 0
        assert settings.turn.ice_servers("anna", NOW) == []

    def test_takes_everything_from_the_environment(self) -> None:
        settings = MediaSettings.read(
            {
                "GRANT_KEY": KEY,
                "MEDIA_NODE": "node-7",
                "MEDIA_HOST": "0.0.0.0",
                "MEDIA_PORT": "9000",
                "MEDIA_UDP_PORT": "3479",
                "MEDIA_ADDRESSES": "203.0.113.5, 10.0.0.5",
                "MEDIA_ORIGINS": "https://call.example.cn",
                "MEDIA_EVENTS_URL": "http://api:8000/rooms/events",
                "TURN_URLS": "turn:turn.example.cn:3478,turns:turn.example.cn:443",
                "TURN_SECRET": "shared",
            }
        )
        assert settings == MediaSettings(
            grant_key=b"k" * 32,
            node="node-7",
            host="0.0.0.0",
            port=9000,
            udp_port=3479,
            addresses=("203.0.113.5", "10.0.0.5"),
            origins=("https://call.example.cn",),
            events_url="http://api:8000/rooms/events",
            turn=Turn(("turn:turn.example.cn:3478", "turns:turn.example.cn:443"), b"shared"),
        )

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("GRANT_KEY", ""),
            ("GRANT_KEY", "short"),
            ("GRANT_KEY", "not base64 but long enough to be a key!!"),
            ("MEDIA_PORT", "eighty"),
            ("MEDIA_UDP_PORT", "70000"),
            ("MEDIA_UDP_PORT", "-1"),
            ("MEDIA_NODE", "node 7"),
        ],
    )
    def test_names_what_is_wrong_and_keeps_the_value_to_itself(self, name: str, value: str) -> None:
        with pytest.raises(SettingMissing) as caught:
            MediaSettings.read({"GRANT_KEY": KEY} | {name: value})
        assert str(caught.value) == name


class TestAddresses:
    def test_of_this_machine_end_with_loopback(self) -> None:
        addresses = machine_addresses()
        assert addresses[-1] == "127.0.0.1"
        assert all(ipaddress.IPv4Address(address) for address in addresses)


class TestTurn:
    def test_credential_is_what_coturn_computes(self) -> None:
        """HMAC-SHA1 of `expiry:name`, worked out beside the code with openssl."""
        turn = Turn(("turn:t",), b"north", timedelta(0))
        (server,) = turn.ice_servers("anna", datetime.fromtimestamp(1_800_000_000, UTC))
        assert server["username"] == "1800000000:anna"
        assert server["credential"] == "hcODHAE/R+P6eKoXy+CURRRDzsg="

    def test_credential_runs_out(self) -> None:
        (server,) = Turn(("turn:t",), b"north").ice_servers("anna", NOW)
        assert int(server["username"].split(":")[0]) == int((NOW + timedelta(hours=6)).timestamp())
