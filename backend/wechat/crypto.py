"""WeChat's signatures and ciphers: wechatpy's arithmetic behind one refusal.

wechatpy compares signatures in plain time, draws its padding from `random` and lets UnicodeDecodeError, IndexError
and others out; here comparison is constant-time, randomness is `secrets`, and every failure is NotFromWeChat.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import cast

from wechatpy.crypto import PrpCrypto, WeChatWxaCrypto
from wechatpy.exceptions import InvalidAppIdException
from wechatpy.utils import WeChatSigner

from backend.settings import SettingMissing, WeChatSettings
from backend.wechat.errors import NotFromWeChat, Unproven


class _FromSecrets(PrpCrypto):
    """wechatpy pads from `random`."""

    def get_random_string(self) -> str:
        return secrets.token_hex(8)


# AES-256-CBC with the appid inside, under wechatpy's own name so that its calls stay known as untyped.
_Cipher: type[PrpCrypto] = _FromSecrets


@dataclass(frozen=True)
class Envelope:
    """An encrypted message as it travels: base64 text, and the signature that covers it."""

    encrypt: str
    msg_signature: str
    timestamp: str
    nonce: str


def sign(*parts: str) -> str:
    """WeChat's signature of push parameters: sha1 of the sorted parts, in hex."""
    signer = WeChatSigner()
    signer.add_data(*parts)
    return cast(str, signer.signature)


def _same(left: str, right: str) -> bool:
    return hmac.compare_digest(left.encode(errors="replace"), right.encode(errors="replace"))


class PushCrypto:
    """The token and AES key of one mini-program's message push."""

    def __init__(self, settings: WeChatSettings) -> None:
        """Raises SettingMissing: with an empty token anybody's signature would be right."""
        if not settings.push_token:
            raise SettingMissing("WECHAT_PUSH_TOKEN")
        self._token = settings.push_token
        self._appid = settings.appid
        self._cipher = _Cipher(_aes_key(settings.push_aes_key)) if settings.push_mode == "safe" else None

    def check(self, signature: str, timestamp: str, nonce: str) -> None:
        """The plain `signature`: proves who called, not what the body says. Raises NotFromWeChat."""
        if not _same(sign(self._token, timestamp, nonce), signature):
            raise NotFromWeChat(Unproven.SIGNATURE)

    def decrypt(self, encrypt: str, msg_signature: str, timestamp: str, nonce: str) -> str:
        """The text inside `encrypt`, once `msg_signature` covers it and the appid inside is ours.

        Raises NotFromWeChat.
        """
        if self._cipher is None:
            raise NotFromWeChat(Unproven.MODE)
        if not _same(sign(self._token, timestamp, nonce, encrypt), msg_signature):
            raise NotFromWeChat(Unproven.MSG_SIGNATURE)
        try:
            return cast(str, self._cipher.decrypt(encrypt, self._appid))
        except InvalidAppIdException:
            raise NotFromWeChat(Unproven.APPID) from None
        except Exception:
            raise NotFromWeChat(Unproven.CIPHER) from None

    def encrypt(self, text: str, timestamp: str, nonce: str) -> Envelope:
        """`text` sealed for the holder of the same token and key. Needs push_mode "safe"."""
        if self._cipher is None:
            raise SettingMissing("WECHAT_PUSH_AES_KEY")
        encrypted = cast(bytes, self._cipher.encrypt(text, self._appid)).decode()
        return Envelope(encrypted, sign(self._token, timestamp, nonce, encrypted), timestamp, nonce)


def _aes_key(encoded: str) -> bytes:
    """32 bytes from the 43 characters of the console. Raises SettingMissing, never naming the value."""
    try:
        key = base64.b64decode(encoded + "=")
    except (binascii.Error, ValueError):
        key = b""
    if len(encoded) != 43 or len(key) != 32:
        raise SettingMissing("WECHAT_PUSH_AES_KEY")
    return key


def check_user_data(session_key: str, raw_data: str, signature: str) -> None:
    """`rawData` came from WeChat for this session: sha1(rawData + session_key). Raises NotFromWeChat."""
    if not _same(hashlib.sha1((raw_data + session_key).encode()).hexdigest(), signature):
        raise NotFromWeChat(Unproven.SIGNATURE)


def open_user_data(session_key: str, iv: str, encrypted: str, appid: str) -> dict[str, object]:
    """The JSON object in `encryptedData`, its watermark ours.

    Raises NotFromWeChat; most often a newer wx.login replaced the session_key, and signing in again helps.
    """
    try:
        return cast(dict[str, object], WeChatWxaCrypto(session_key, iv, appid).decrypt_message(encrypted))
    except InvalidAppIdException:
        raise NotFromWeChat(Unproven.APPID) from None
    except Exception:
        raise NotFromWeChat(Unproven.CIPHER) from None


def session_signature(session_key: str) -> str:
    """What checksession wants: HMAC-SHA256 of the empty string; the key is the session_key's text, not its bytes."""
    return hmac.digest(session_key.encode(), b"", "sha256").hex()
