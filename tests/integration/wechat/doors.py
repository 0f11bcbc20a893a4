"""The sandbox's doors as a test walks through them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx


@dataclass(frozen=True)
class Doors:
    """One sandbox at `base_url`."""

    base_url: str
    http: httpx.AsyncClient

    async def login_code(self, openid: str, unionid: str | None = None) -> str:
        return str((await self._ask("POST", "login-codes", {"openid": openid, "unionid": unionid}))["code"])

    async def phone_code(self, openid: str, phone: str, country: str = "86") -> str:
        body = {"openid": openid, "phone": phone, "country": country}
        return str((await self._ask("POST", "phone-codes", body))["code"])

    async def answer(self, openid: str, template_id: str, word: str = "accept", push: bool = False) -> dict[str, Any]:
        body = {"openid": openid, "answers": {template_id: word}, "push": push}
        return await self._ask("POST", "subscriptions", body)

    async def reject_in_settings(self, openid: str, template_id: str, push: bool = False) -> dict[str, Any]:
        body = {"openid": openid, "template_id": template_id, "push": push}
        return await self._ask("DELETE", "subscriptions", body)

    async def grants(self, openid: str) -> dict[str, int]:
        return dict((await self._ask("GET", f"subscriptions?openid={openid}"))["grants"])

    async def messages(self, openid: str) -> list[dict[str, Any]]:
        return list((await self._ask("GET", f"messages?openid={openid}"))["messages"])

    async def fail(self, path: str, way: str, times: int = 1, **more: object) -> None:
        await self._ask("POST", "failures", {"path": path, "way": way, "times": times, **more})

    async def release(self) -> None:
        await self._ask("DELETE", "failures")

    async def spoil_token(self) -> None:
        await self._ask("DELETE", "token")

    async def calls(self, path: str) -> int:
        return int((await self._ask("GET", "calls"))["calls"].get(path, 0))

    async def push(self, form: str = "json", **event: object) -> dict[str, Any]:
        return await self._ask("POST", "pushes", {"event": event, "format": form})

    async def save_callback(self, url: str) -> bool:
        return bool((await self._ask("PUT", "callback", {"url": url}))["accepted"])

    async def _ask(self, method: str, door: str, body: Mapping[str, object] | None = None) -> dict[str, Any]:
        answer = await self.http.request(method, f"{self.base_url}/sandbox/{door}", json=body)
        answer.raise_for_status()
        return dict(answer.json()) if answer.content else {}
