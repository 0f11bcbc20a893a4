"""What the sandboxed platform remembers: people, codes, tokens, grants, delivered messages. In memory only."""

import secrets
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from backend.kit.clock import Clock, shanghai_day
from backend.settings import WeChatSettings

CODE_LIFE = timedelta(minutes=5)
TOKEN_LIFE = timedelta(seconds=7200)
RENEWED_EARLY = timedelta(minutes=5)
FORCED_APART = timedelta(seconds=30)
FORCED_A_DAY = 20


@dataclass
class Code:
    """A login or phone code: works once, for five minutes. `phone` and `country` belong to phone codes."""

    openid: str
    issued: datetime
    unionid: str | None = None
    phone: str = ""
    country: str = "86"
    used: bool = False

    def alive(self, now: datetime) -> bool:
        return now - self.issued < CODE_LIFE


@dataclass(frozen=True)
class Message:
    """A subscription message as it reached its openid."""

    message_id: str
    openid: str
    template_id: str
    page: str
    data: dict[str, str]
    miniprogram_state: str
    at: datetime


@dataclass
class TokenDesk:
    """stable_token: one token for all who ask, renewed five minutes early, both good while they overlap."""

    clock: Clock
    token: str = ""
    expires: datetime | None = None
    valid_until: dict[str, datetime] = field(default_factory=dict)
    forced: list[datetime] = field(default_factory=list)

    def ask(self, force: bool) -> tuple[str, int] | None:
        """Token and remaining seconds; None when the day's forced renewals are used up."""
        now = self.clock.now()
        if force and not (self.forced and now - self.forced[-1] < FORCED_APART):
            today = [at for at in self.forced if shanghai_day(at) == shanghai_day(now)]
            if len(today) >= FORCED_A_DAY:
                return None
            self.forced.append(now)
            self.valid_until.pop(self.token, None)
            self._renew(now)
        elif self.expires is None or self.expires - now < RENEWED_EARLY:
            self._renew(now)
        assert self.expires is not None
        return self.token, int((self.expires - now).total_seconds())

    def refusal(self, token: str | None) -> int:
        """0 for a good token, else the errcode."""
        if not token:
            return 41001
        until = self.valid_until.get(token)
        if until is None:
            return 40001
        return 0 if self.clock.now() < until else 42001

    def spoil(self) -> None:
        """The present token stops working, though stable_token still hands it out."""
        self.valid_until.pop(self.token, None)

    def _renew(self, now: datetime) -> None:
        self.token = secrets.token_urlsafe(96)
        self.expires = now + TOKEN_LIFE
        self.valid_until[self.token] = self.expires


@dataclass
class State:
    """One platform with one mini-program on it."""

    settings: WeChatSettings
    clock: Clock
    tokens: TokenDesk = field(init=False)
    openids: set[str] = field(default_factory=set)
    login_codes: dict[str, Code] = field(default_factory=dict)
    phone_codes: dict[str, Code] = field(default_factory=dict)
    grants: Counter[tuple[str, str]] = field(default_factory=Counter)
    sending: set[str] = field(default_factory=set)
    messages: list[Message] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.tokens = TokenDesk(self.clock)

    def issue(self, codes: dict[str, Code], code: Code) -> str:
        """A fresh code of the kind kept in `codes`; its person is known from now on."""
        self.openids.add(code.openid)
        name = secrets.token_hex(16)
        codes[name] = code
        return name

    def redeem(self, codes: dict[str, Code], name: str) -> Code | int:
        """The code, spent by this; or 40029 (unknown or too old), 40163 (used)."""
        code = codes.get(name)
        if code is None or not code.alive(self.clock.now()):
            return 40029
        if code.used:
            return 40163
        code.used = True
        return code

    def answer(self, openid: str, template_id: str, accepted: bool) -> None:
        """The person's word on a template: one more grant, or none left."""
        self.openids.add(openid)
        if accepted:
            self.grants[openid, template_id] += 1
        else:
            del self.grants[openid, template_id]

    def deliver(self, message: Message) -> None:
        """Put the message before the person and spend the grant."""
        self.grants[message.openid, message.template_id] -= 1
        self.messages.append(message)
