"""One HTTP exchange with WeChat: sends it, reads the answer, and says how sure we are when it fails."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

import httpx
import msgspec

from backend.wechat.errors import OutcomeUnknown, WeChatUnreachable, error_for

Answer = TypeVar("Answer")
_RID = re.compile(r"rid: ?([0-9a-zA-Z-]+)")


@dataclass(frozen=True)
class Request:
    """`call` is our name of it, for errors and logs; `query` and `body` may hold secrets."""

    call: str
    method: Literal["GET", "POST"]
    path: str
    query: Mapping[str, str] = field(repr=False)
    body: Mapping[str, object] | None = field(default=None, repr=False)


class _HideQueries(logging.Filter):
    """httpx logs whole addresses at INFO, and WeChat wants its secrets in the query."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                value.copy_with(query=None) if isinstance(value, httpx.URL) else value for value in record.args
            )
        return True


_HIDE_QUERIES = _HideQueries()


def hide_queries() -> None:
    """Keep query strings out of httpx's own log lines; calling it again changes nothing."""
    logging.getLogger("httpx").addFilter(_HIDE_QUERIES)


async def exchange(http: httpx.AsyncClient, base_url: str, request: Request) -> bytes:
    """The answer's bytes, JSON without an errcode or an image. `http`'s own timeouts bound the wait.

    Raises the class of the errcode (`errors.error_for`), WeChatUnreachable, OutcomeUnknown.
    """
    try:
        response = await http.request(
            request.method,
            base_url + request.path,
            params=dict(request.query),
            content=None if request.body is None else msgspec.json.encode(request.body),
            headers=None if request.body is None else {"content-type": "application/json"},
            follow_redirects=False,
        )
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
        # `from None` here and below: httpx's exceptions carry the request, whose address holds secrets.
        raise WeChatUnreachable(request.call) from None
    except httpx.HTTPError:
        raise OutcomeUnknown(request.call) from None
    if response.status_code != httpx.codes.OK:
        raise OutcomeUnknown(request.call)
    content = response.content
    if content.lstrip()[:1] == b"{":
        _raise_for_errcode(request.call, content)
    return content


class _Verdict(msgspec.Struct):
    errcode: int = 0
    errmsg: str = ""


def _raise_for_errcode(call: str, content: bytes) -> None:
    """An answer without `errcode` is a success, just as one with 0."""
    verdict = decode(call, content, _Verdict)
    if verdict.errcode:
        rid = _RID.search(verdict.errmsg)
        raise error_for(call, verdict.errcode, rid and rid[1])


def decode(call: str, content: bytes, kind: type[Answer]) -> Answer:
    """JSON bytes as `kind`. Raises OutcomeUnknown: an answer we cannot read tells us nothing."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise OutcomeUnknown(call) from None
