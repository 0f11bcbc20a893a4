"""Refusals on the wire: problem+json (RFC 9457) with a Chinese message and a stable code.

The four kinds of refusal meet their HTTP numbers here and nowhere else. No given value is ever repeated.
"""

import asyncio
from contextlib import suppress
from typing import Any

import msgspec
import structlog
from sanic import HTTPResponse, Request, Sanic
from sanic.exceptions import SanicException
from sanic.http import Http

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound, Refusal

log = structlog.get_logger(__name__)

PROBLEM = "application/problem+json"


# Of a body that is too large, how much is read on (and thrown away), and for how long.
READ_ON = 32 * 1024 * 1024
PATIENCE = 20


class Problem(msgspec.Struct, omit_defaults=True):
    """`message` is for the person, `code` for the program, `field` the JSON path at fault."""

    type: str
    title: str
    status: int
    code: str
    message: str
    field: str | None = None


class NotSignedIn(Refusal):
    """No session, an ended one, or a forged token."""

    user_message = "请先登录"


class TooMany(Refusal):
    """Asked too often."""

    user_message = "操作太频繁了，请歇一会儿再试"


class TooLarge(Refusal):
    """The body is larger than the route takes."""

    user_message = "内容太大了，请缩小后再传"


class NotThisKind(Refusal):
    """The body is of another kind than the route reads."""

    user_message = "不支持这种格式的内容，请更新小程序后再试"


class NotThisWay(Refusal):
    """The path knows another method."""

    user_message = "不支持这样的操作"


class NotJson(Invalid):
    """The body is not what the route reads."""

    code = "not_json"
    user_message = "提交的内容不完整，请重新提交"


class FieldNotRight(Invalid):
    """A value is missing, of the wrong type or out of bounds."""

    user_message = "有一处填写不对，请检查后再提交"


class KeyMissing(Invalid):
    """A write came without an Idempotency-Key, or with one that is no UUID."""

    user_message = "提交缺少编号，请更新小程序后再试"


class Broken(Refusal):
    """Our fault."""

    code = "internal_error"
    user_message = "系统出了点问题，我们已经记下，请稍后再试"


STATUS: tuple[tuple[type[Refusal], int], ...] = (
    (NotSignedIn, 401),
    (Forbidden, 403),
    (NotFound, 404),
    (NotThisWay, 405),
    (Conflict, 409),
    (TooLarge, 413),
    (NotThisKind, 415),
    (Invalid, 422),
    (TooMany, 429),
    (Broken, 500),
)


def status_of(refusal: type[Refusal]) -> int:
    """The HTTP number of a refusal's kind."""
    return next(status for kind, status in STATUS if issubclass(refusal, kind))


def problem(refusal: Refusal) -> HTTPResponse:
    """The response that tells a refusal."""
    status = status_of(type(refusal))
    body = Problem(
        type=f"urn:cloud-reunion:problem:{refusal.code}",
        title=type(refusal).__name__,
        status=status,
        code=refusal.code,
        message=refusal.user_message,
        field=refusal.field,
    )
    return HTTPResponse(msgspec.json.encode(body), status, content_type=PROBLEM)


def _field_of(error: msgspec.ValidationError) -> str | None:
    _, found, path = str(error).rpartition(" - at `")
    return path.rstrip("`") if found else None


def invalid(error: msgspec.MsgspecError) -> Refusal:
    """The refusal for a body msgspec did not take; its path is told, its value is not."""
    if isinstance(error, msgspec.ValidationError):
        return FieldNotRight(field=_field_of(error))
    return NotJson()


async def let_finish(request: Request) -> None:
    """Throw away what is still coming: a phone whose connection breaks while it sends never reads the refusal."""
    stream = request.stream
    if not isinstance(stream, Http) or not stream.request_body or stream.expecting_continue:
        return
    stream.request_max_size = READ_ON
    with suppress(SanicException, TimeoutError):
        async with asyncio.timeout(PATIENCE):
            async for _ in stream:
                pass


_SANIC: dict[int, type[Refusal]] = {400: NotJson, 404: NotFound, 405: NotThisWay, 413: TooLarge, 417: NotJson}


def install(app: Sanic[Any, Any]) -> None:
    """Every error leaves as problem+json."""

    async def refused(request: Request, error: Exception) -> HTTPResponse:
        return problem(error if isinstance(error, Refusal) else Broken())

    async def sanic_said(request: Request, error: Exception) -> HTTPResponse:
        status = error.status_code if isinstance(error, SanicException) else 500
        if status == 413:
            await let_finish(request)
        if status in _SANIC:
            return problem(_SANIC[status]())
        return await broke(request, error) if status >= 500 else problem(NotJson())

    async def broke(request: Request, error: Exception) -> HTTPResponse:
        log.error("request_broke", path=request.route.path if request.route else None, exc_info=error)
        return problem(Broken())

    app.error_handler.add(Refusal, refused)
    app.error_handler.add(SanicException, sanic_said)
    app.error_handler.add(Exception, broke)
