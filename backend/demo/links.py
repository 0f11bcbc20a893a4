"""Sign-in links of the demo. They exist only with the WeChat sandbox, and sign in by its real login codes."""

import base64
import hmac
import sys

import httpx

from backend.accounts.errors import SignInFailed
from backend.bootstrap import Services
from backend.demo.township import CAST
from backend.kit.kernel import Kernel


def openid(person: str) -> str:
    """The sandbox's identity of one of the demo's people."""
    return f"demo-{person}"


def link_key(kernel: Kernel, person: str) -> str:
    """What a printed link carries: the person's name in the cast and a proof that we printed it."""
    proof = kernel.keys.keyed_hash(person, "demo link")[:12]
    return f"{person}.{base64.urlsafe_b64encode(proof).decode()}"


async def login_code(services: Services, key: str) -> str:
    """A wx.login code for the person the link names. Raises SignInFailed."""
    person = key.partition(".")[0]
    settings = services.settings
    expected = link_key(services.kernel, person)
    if not (settings.demo and settings.wechat.sandbox) or not hmac.compare_digest(key.encode(), expected.encode()):
        raise SignInFailed
    async with httpx.AsyncClient(base_url=settings.wechat.base_url) as http:
        answer = await http.post("/sandbox/login-codes", json={"openid": openid(person)})
    code: str = answer.json()["code"]
    return code


def print_links(services: Services) -> None:
    """One sign-in link per role, on standard output."""
    base = services.settings.public_url
    lines = [f"  {words}\n    {base}/demo?key={link_key(services.kernel, person)}" for person, words in CAST.items()]
    sys.stdout.write("\n云团圆 演示已启动。用浏览器打开下面任一链接，就以这个人的身份进入：\n")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.write(f"  任何人：协议核验\n    {base}/check\n\n")
    sys.stdout.flush()
