"""People of a test as they really come: by WeChat's sandbox, over HTTP, each with a session of their own."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import httpx
from PIL import Image, ImageDraw

from backend.accounts.actions import account_of_openid, grant
from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.bootstrap import key_ring
from backend.db import open_database
from backend.divisions.actions import place
from backend.divisions.models import DivisionLevel
from backend.kit.clock import SystemClock
from backend.kit.kernel import Kernel
from tests import loopback
from tests.product import Product


@dataclass
class Person:
    """One signed-in person. Every write carries a fresh Idempotency-Key unless one is given."""

    http: httpx.AsyncClient
    openid: str
    wechat_url: str
    token: str = ""

    async def sign_in(self) -> "Person":
        """wx.login, code2Session, session."""
        code = await self._code("login-codes", {"openid": self.openid})
        answer = await self.http.post("/api/sessions/wechat", json={"code": code})
        assert answer.status_code == 201, answer.text
        self.token = answer.json()["token"]
        return self

    async def verify_phone(self, phone: str) -> None:
        """getPhoneNumber; claims the places named for this phone."""
        code = await self._code("phone-codes", {"openid": self.openid, "phone": phone})
        answer = await self.http.post("/api/sessions/current/phone", json={"code": code}, headers=self.headers())
        assert answer.status_code == 200, answer.text

    async def act_as(self, role: Role) -> None:
        """Continue under one of one's roles."""
        held = (await self.get("/api/sessions/current"))["roles"]
        membership = next(row["membership_id"] for row in held if row["role"] == role)
        await self.put("/api/sessions/current/membership", {"membership_id": membership})

    def headers(self, key: UUID | None = None) -> dict[str, str]:
        """Authorization, and an Idempotency-Key."""
        return {"authorization": f"Bearer {self.token}", "idempotency-key": str(key or uuid4())}

    async def send(self, method: str, path: str, *, key: UUID | None = None, **options: Any) -> httpx.Response:
        """Any request, whatever comes back."""
        headers = {**self.headers(key), **options.pop("headers", {})}
        return await self.http.request(method, path, headers=headers, **options)

    async def get(self, path: str, **params: Any) -> Any:
        """A read that must succeed; its JSON."""
        return _good(await self.send("GET", path, params=params))

    async def post(self, path: str, body: Any = None, *, key: UUID | None = None) -> Any:
        """A write that must succeed; its JSON."""
        return _good(await self.send("POST", path, key=key, json=body))

    async def put(self, path: str, body: Any) -> Any:
        """A replacing write that must succeed; its JSON."""
        return _good(await self.send("PUT", path, json=body))

    async def upload(self, picture: bytes | None = None) -> str:
        """Send a picture; its id."""
        answer = await self.send(
            "POST", "/api/uploads", content=picture or drawing(), headers={"content-type": "image/png"}
        )
        made: str = _good(answer)["id"]
        return made

    async def _code(self, kind: str, wanted: dict[str, str]) -> str:
        code: str = (await self.http.post(f"{self.wechat_url}/sandbox/{kind}", json=wanted)).json()["code"]
        return code


def _good(answer: httpx.Response) -> Any:
    assert answer.status_code < 300, f"{answer.request.method} {answer.request.url.path}: {answer.text}"
    return answer.json() if answer.content else None


def drawing(colour: str = "#203040") -> bytes:
    """A signature-like PNG."""
    image = Image.new("RGB", (320, 120), "white")
    ImageDraw.Draw(image).line([(20, 90), (90, 30), (150, 100), (290, 20)], fill=colour, width=5)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@dataclass
class County:
    """A small county planted under a running product, and the people who came to it."""

    product: Product
    http: httpx.AsyncClient
    villages: list[UUID] = field(default_factory=list)
    township: UUID | None = None
    county: UUID | None = None

    async def person(self, openid: str, phone: str | None = None) -> Person:
        """Somebody new, signed in, with a verified phone when one is given."""
        someone = await Person(self.http, openid, self.product.wechat_url).sign_in()
        if phone:
            await someone.verify_phone(phone)
        return someone

    async def official(self, openid: str, role: Role, division: UUID, name: str) -> Person:
        """An official, put in office by the operator."""
        settings = self.product.settings()
        kernel = Kernel(SystemClock(), key_ring(settings))
        async with open_database(settings.database_url):
            account = await account_of_openid(kernel, openid)
            await Account.filter(id=account.id).update(name=name)
            await grant(kernel, account_id=account.id, role=role, division_id=division)
        return await self.person(openid)


@asynccontextmanager
async def county_in(product: Product, villages: int = 2) -> AsyncIterator[County]:
    """One county with one township and some villages."""
    settings, since = product.settings(), date(2020, 1, 1)
    async with loopback.client(product.base_url, timeout=30) as http:
        found = County(product, http)
        async with open_database(settings.database_url):
            top = await place(
                code="539901000000", name="云岭县", level=DivisionLevel.COUNTY, parent=None, starts_on=since
            )
            town = await place(
                code="539901101000", name="青石镇", level=DivisionLevel.TOWNSHIP, parent=top, starts_on=since
            )
            found.county, found.township = top.id, town.id
            for number in range(villages):
                village = await place(
                    code=f"53990110120{number + 1}",
                    name=f"第{number + 1}村",
                    level=DivisionLevel.VILLAGE,
                    parent=town,
                    starts_on=since,
                )
                found.villages.append(village.id)
        yield found
