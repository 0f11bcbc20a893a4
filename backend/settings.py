"""Every environment variable of the backend, typed and read once; nothing else touches os.environ."""

import base64
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

TEMPLATE_KINDS = ("agreement", "visit", "call")


class SettingMissing(Exception):
    """A variable without a default was not given; the message names it, never its value."""


@dataclass(frozen=True)
class WeChatSettings:
    """One mini-program's identity and where WeChat's API is spoken."""

    appid: str
    secret: str = field(repr=False)
    base_url: str
    push_token: str = field(repr=False)
    push_aes_key: str = field(repr=False)
    push_mode: Literal["plain", "safe"]
    miniprogram_state: Literal["developer", "trial", "formal"]
    sandbox: bool
    templates: Mapping[str, str]


@dataclass(frozen=True)
class KeySettings:
    """Key material as bytes: encryption keys by id, lookup key, grant key shared with media."""

    current: str
    encryption: Mapping[str, bytes] = field(repr=False)
    lookup: bytes = field(repr=False)
    grant: bytes = field(repr=False)


@dataclass(frozen=True)
class StorageSettings:
    """`url` is a folder path (local) or s3://bucket/prefix."""

    url: str


@dataclass(frozen=True)
class DocumentSettings:
    """The evidence key, the embedded fonts, and what is optional: a timestamp service, committees' own keys.

    `evidence_key` is a PKCS#12 file, unless `evidence_token` names a PKCS#11 token (RFC 7512); the password is the
    token's PIN then. `earlier_certificates` is a PEM file of the certificates of the keys before. `font` names files
    asked in turn for each character: the face of the page, then those with rare characters. `timestamp_roots` is a PEM
    file of whom to believe about `timestamp_url`. `committee_keys` is a folder of PKCS#12 files, each named by its
    village's code.
    """

    evidence_key: Path
    evidence_token: str | None
    evidence_key_password: str = field(repr=False)
    earlier_certificates: Path | None
    font: tuple[Path, ...]
    timestamp_url: str | None
    timestamp_roots: Path | None
    committee_keys: Path | None
    committee_keys_password: str = field(repr=False)


@dataclass(frozen=True)
class RoomSettings:
    """How long grants live and where the pages find the media node."""

    signalling_path: str
    grant_hours: int


@dataclass(frozen=True)
class LimitSettings:
    """Per minute: how much one account writes, and how often one address may try to prove itself at one door."""

    writes: int
    proofs: int


@dataclass(frozen=True)
class Settings:
    """Everything the backend is told from outside."""

    embedded: bool
    demo: bool
    host: str
    port: int
    workers: int
    public_url: str
    database_url: str
    database_pool: int
    redis_url: str | None
    data_dir: Path
    h5_dir: Path
    proxies: int
    wechat: WeChatSettings
    keys: KeySettings
    storage: StorageSettings
    documents: DocumentSettings
    rooms: RoomSettings
    limits: LimitSettings

    @staticmethod
    def read(environ: Mapping[str, str] | None = None) -> "Settings":
        """Settings from `environ` (the process's own by default). Raises SettingMissing."""
        return _read(os.environ if environ is None else environ)


_DEMO_KEY = base64.b64encode(b"only-for-the-demo-never-for-real"[:32]).decode()
_ROOT = Path(__file__).resolve().parent.parent


def _read(env: Mapping[str, str]) -> Settings:
    embedded = env.get("EMBEDDED", "1") == "1"

    def need(name: str, demo: str) -> str:
        """Embedded runs have harmless defaults; production must be told."""
        if value := env.get(name):
            return value
        if embedded:
            return demo
        raise SettingMissing(name)

    data_dir = Path(env.get("DATA_DIR", str(_ROOT / "build" / "data"))).resolve()
    port = int(env.get("PORT", "8000"))
    return Settings(
        embedded=embedded,
        demo=env.get("DEMO", "0") == "1",
        host=env.get("HOST", "127.0.0.1"),
        port=port,
        workers=int(env.get("WORKERS", "1")),
        public_url=need("PUBLIC_URL", f"http://127.0.0.1:{port}"),
        database_url=need("DATABASE_URL", f"sqlite://{data_dir}/cloud-reunion.sqlite3"),
        database_pool=int(env.get("DATABASE_POOL", "5")),
        redis_url=env.get("REDIS_URL") if embedded else need("REDIS_URL", ""),
        data_dir=data_dir,
        h5_dir=Path(env.get("H5_DIR", str(_ROOT / "miniprogram" / "dist" / "build" / "h5"))),
        proxies=int(env.get("PROXIES", "0")),
        wechat=_wechat(need, env),
        keys=_keys(need),
        storage=StorageSettings(url=need("STORAGE_URL", str(data_dir / "objects"))),
        documents=_documents(need, env, data_dir),
        rooms=RoomSettings(signalling_path=env.get("SIGNALLING_PATH", "/media/signalling"), grant_hours=4),
        limits=LimitSettings(
            writes=int(env.get("WRITES_PER_MINUTE", "240")), proofs=int(env.get("PROOFS_PER_MINUTE", "30"))
        ),
    )


# Debian's fonts-hanazono: with it every ideograph of GB 18030-2022 is there.
_RARE_FONTS = "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf:/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"
_FONT = "miniprogram/node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"


def _documents(need: Callable[[str, str], str], env: Mapping[str, str], data_dir: Path) -> DocumentSettings:
    if env.get("TIMESTAMP_URL") and not env.get("TIMESTAMP_ROOTS"):
        raise SettingMissing("TIMESTAMP_ROOTS")
    token = env.get("EVIDENCE_TOKEN") or None
    return DocumentSettings(
        evidence_key=Path(env.get("EVIDENCE_KEY", "") if token else need("EVIDENCE_KEY", str(data_dir / _KEY_FILE))),
        evidence_token=token,
        evidence_key_password=need("EVIDENCE_KEY_PASSWORD", "demo"),
        earlier_certificates=_path(env, "EVIDENCE_EARLIER"),
        font=(Path(env.get("FONT", str(_ROOT / _FONT))), *_paths(env.get("RARE_FONTS", _RARE_FONTS))),
        timestamp_url=env.get("TIMESTAMP_URL") or None,
        timestamp_roots=_path(env, "TIMESTAMP_ROOTS"),
        committee_keys=_path(env, "COMMITTEE_KEYS"),
        committee_keys_password=env.get("COMMITTEE_KEYS_PASSWORD", ""),
    )


_KEY_FILE = "evidence.p12"


def _path(env: Mapping[str, str], name: str) -> Path | None:
    return Path(env[name]) if env.get(name) else None


def _paths(colons: str) -> tuple[Path, ...]:
    """Files as PATH lists folders."""
    return tuple(Path(each) for each in colons.split(":") if each)


def _wechat(need: Callable[[str, str], str], env: Mapping[str, str]) -> WeChatSettings:
    mode, state = env.get("WECHAT_PUSH_MODE", "safe"), env.get("WECHAT_STATE", "formal")
    if mode not in ("plain", "safe") or state not in ("developer", "trial", "formal"):
        raise SettingMissing("WECHAT_PUSH_MODE or WECHAT_STATE")
    base_url = need("WECHAT_BASE_URL", "sandbox")
    return WeChatSettings(
        appid=need("WECHAT_APPID", "wx0000000000000demo"),
        secret=need("WECHAT_SECRET", "demo-secret-of-the-sandbox"),
        base_url=base_url,
        push_token=need("WECHAT_PUSH_TOKEN", "demo-push-token"),
        push_aes_key=need("WECHAT_PUSH_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
        push_mode="plain" if mode == "plain" else "safe",
        miniprogram_state="developer" if state == "developer" else "trial" if state == "trial" else "formal",
        sandbox=base_url == "sandbox",
        templates={kind: need(f"WECHAT_TEMPLATE_{kind.upper()}", f"demo-template-{kind}") for kind in TEMPLATE_KINDS},
    )


def _keys(need: Callable[[str, str], str]) -> KeySettings:
    """ENCRYPTION_KEYS is `id:base64,id:base64`; the first is current."""
    pairs = [item.split(":", 1) for item in need("ENCRYPTION_KEYS", f"demo:{_DEMO_KEY}").split(",")]
    return KeySettings(
        encryption={key_id: base64.b64decode(key) for key_id, key in pairs},
        current=pairs[0][0],
        lookup=base64.b64decode(need("LOOKUP_KEY", _DEMO_KEY)),
        grant=base64.b64decode(need("GRANT_KEY", _DEMO_KEY)),
    )
