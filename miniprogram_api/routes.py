"""Typed routes: the handler's own annotations say what comes in and out, for the checks and for OpenAPI alike.

A handler takes `ask`, its path ids by name, and where it has them `query` and `body` (msgspec Structs), and returns
a Struct, a `Blob`, or None. Every write but the exempt runs once per Idempotency-Key, in one transaction.
"""

import inspect
import re
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, get_args, get_type_hints
from urllib.parse import parse_qsl
from uuid import UUID

import msgspec
from sanic import HTTPResponse, Request

from backend.accounts.viewer import Viewer
from backend.bootstrap import Services
from backend.db import one_connection
from backend.kit.errors import Refusal
from backend.kit.kernel import Kernel
from backend.outbox.idempotency import Answer, KeyedWrite, keyed_write, once
from miniprogram_api.auth import PUBLIC, SELF, SIGNED, Access, authenticate, scoped
from miniprogram_api.errors import FieldNotRight, KeyMissing, NotSignedIn, NotThisKind, TooLarge, invalid
from miniprogram_api.limits import JSON_BODY, Limiter

__all__ = ["PUBLIC", "SELF", "SIGNED", "Ask", "Blob", "Operation", "Routes", "scoped"]


@dataclass(slots=True)
class Ask:
    """One request: who asks, with what, of which services. Cookies set here leave with the answer."""

    request: Request
    services: Services
    limiter: Limiter
    signed_in: Viewer | None
    write: KeyedWrite | None = None
    cookies: list[dict[str, Any]] = field(default_factory=list)

    @property
    def kernel(self) -> Kernel:
        return self.services.kernel

    @property
    def viewer(self) -> Viewer:
        """Raises NotSignedIn on a public route without a session."""
        if self.signed_in is None:
            raise NotSignedIn
        return self.signed_in


@dataclass(frozen=True, slots=True)
class Blob:
    """An answer that is not JSON."""

    data: bytes
    content_type: str
    private: bool = True


Handler = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class Operation:
    """One route, as the server runs it and OpenAPI tells it."""

    method: str
    path: str
    tag: str
    name: str
    summary: str
    access: Access
    refusals: tuple[type[Refusal], ...]
    handler: Handler
    query: type[msgspec.Struct] | None
    body: type[msgspec.Struct] | None
    answer: type[Any] | None
    status: int
    keyed: bool
    own_transaction: bool
    one_connection: bool
    body_limit: int
    takes: tuple[str, ...]
    gives: str
    proof: bool

    @property
    def path_ids(self) -> list[str]:
        """Names of the ids in the path."""
        return re.findall(r"\{(\w+)\}", self.path)

    @property
    def reads_body(self) -> bool:
        """Whether it takes a body of a declared kind."""
        return self.body is not None or self.takes != ("application/json",)

    @property
    def sanic_path(self) -> str:
        return re.sub(r"\{(\w+)\}", r"<\1:uuid>", self.path)


class Routes:
    """The operations of one endpoint package, in the order they are written."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.operations: list[Operation] = []

    def get(self, path: str, **options: Any) -> Callable[[Handler], Handler]:
        """A read."""
        return self._add("GET", path, keyed=False, **options)

    def post(self, path: str, *, keyed: bool = True, **options: Any) -> Callable[[Handler], Handler]:
        """A write; `keyed=False` is for the reviewed few that cannot carry a key."""
        return self._add("POST", path, keyed=keyed, **options)

    def put(self, path: str, *, keyed: bool = True, **options: Any) -> Callable[[Handler], Handler]:
        """A write that replaces."""
        return self._add("PUT", path, keyed=keyed, **options)

    def delete(self, path: str, *, keyed: bool = True, **options: Any) -> Callable[[Handler], Handler]:
        """A write that ends something."""
        return self._add("DELETE", path, keyed=keyed, **options)

    def _add(
        self,
        method: str,
        path: str,
        *,
        access: Access,
        keyed: bool,
        refusals: tuple[type[Refusal], ...] = (),
        status: int | None = None,
        own_transaction: bool = False,
        one_connection: bool = False,
        body_limit: int = JSON_BODY,
        takes: tuple[str, ...] = ("application/json",),
        gives: str = "application/json",
        proof: bool = False,
    ) -> Callable[[Handler], Handler]:
        def add(handler: Handler) -> Handler:
            hints = get_type_hints(handler)
            answer = hints["return"] if hints["return"] is not type(None) else None
            self.operations.append(
                Operation(
                    method=method,
                    path=path,
                    tag=self.tag,
                    name=handler.__name__,
                    summary=(inspect.getdoc(handler) or "").split("\n")[0],
                    access=access,
                    refusals=refusals,
                    handler=handler,
                    query=hints.get("query"),
                    body=hints.get("body"),
                    answer=answer,
                    status=status or (204 if answer is None else 201 if method == "POST" else 200),
                    keyed=keyed,
                    own_transaction=own_transaction,
                    one_connection=one_connection,
                    body_limit=body_limit,
                    takes=takes,
                    gives=gives,
                    proof=proof,
                )
            )
            return handler

        return add


_encode = msgspec.json.Encoder().encode
# Escaped control characters other than tab and line breaks: no form has them and PostgreSQL refuses U+0000.
_CONTROL = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u00(?:0[0-8bcBCeEfF]|1[0-9a-fA-F]|7[fF])|[bf])|\x7f")


def serve(operation: Operation) -> Callable[..., Coroutine[Any, Any, HTTPResponse]]:
    """The Sanic handler of an operation."""
    decode = msgspec.json.Decoder(operation.body).decode if operation.body else None
    moments = _moments(operation.body) if operation.body else ()
    query_type, access, handler = operation.query, operation.access, operation.handler
    signed_in = access.reach in ("self", "scoped")
    route = f"{operation.method} {operation.path}"
    writes = operation.method != "GET"
    kinds = ("", *operation.takes) if operation.reads_body else None

    async def handle(request: Request, **ids: UUID) -> HTTPResponse:
        services: Services = request.app.ctx.services
        limiter: Limiter = request.app.ctx.limiter
        viewer = await authenticate(request, services.kernel.clock) if signed_in else None
        if viewer is not None:
            access.check(viewer)
            if writes:
                limiter.write(viewer.account_id)
        if operation.proof:
            await limiter.proof(request, route)
        arguments: dict[str, Any] = dict(ids)
        if len(request.body) > operation.body_limit:
            raise TooLarge
        if (
            kinds
            and request.headers.get("content-type", "") not in kinds
            and request.body
            and _kind(request) not in kinds
        ):
            raise NotThisKind
        if decode is not None:
            arguments["body"] = _body(request.body, decode, moments)
        if query_type is not None:
            arguments["query"] = _query(request, query_type)
        ask = Ask(request, services, limiter, viewer)
        if not operation.keyed:
            return _respond(operation, ask, await handler(ask, **arguments))
        ask.write = _keyed(ask, route)
        if operation.own_transaction:
            result = await handler(ask, **arguments)
            answer = result if isinstance(result, Answer) else Answer(operation.status, _encode(result))
        else:

            async def do() -> Answer:
                return Answer(
                    operation.status, b"" if (made := await handler(ask, **arguments)) is None else _encode(made)
                )

            answer = await once(services.kernel, ask.write, do)
        return HTTPResponse(answer.body or None, answer.status, content_type="application/json")

    async def handle_on_one_connection(request: Request, **ids: UUID) -> HTTPResponse:
        async with one_connection():
            return await handle(request, **ids)

    chosen = handle_on_one_connection if operation.one_connection else handle
    chosen.__name__ = f"{operation.tag}_{operation.name}"
    return chosen


def _body(given: bytes, decode: Callable[[bytes], Any], moments: Iterable[str]) -> Any:
    if (b"\\" in given or b"\x7f" in given) and _CONTROL.search(given):
        raise FieldNotRight
    try:
        body = decode(given)
    except msgspec.MsgspecError as error:
        raise invalid(error) from None
    except UnicodeDecodeError:
        raise FieldNotRight from None
    for name in moments:
        _check_moment(name, getattr(body, name))
    return body


def _moments(body: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields that hold points in time, alone or in a list."""
    hints = get_type_hints(body)
    return tuple(name for name, hint in hints.items() if hint is datetime or datetime in _parts(hint))


def _parts(hint: Any) -> set[Any]:
    return {part for arg in get_args(hint) for part in (arg, *_parts(arg))}


def _check_moment(name: str, given: datetime | list[datetime] | None) -> None:
    """At the calendar's edges a moment exists in some zones only, and no zone may be asked. Raises FieldNotRight."""
    for moment in given if isinstance(given, list) else [given]:
        if moment is not None and not 1900 <= moment.year < 3000:
            raise FieldNotRight(field=f"$.{name}")


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _query(request: Request, query_type: type[msgspec.Struct]) -> msgspec.Struct:
    given = dict(parse_qsl(request.query_string, keep_blank_values=True))
    if any(ord(letter) < 32 or ord(letter) == 127 for value in given.values() for letter in value):
        raise FieldNotRight
    try:
        return msgspec.convert(given, query_type, strict=False)
    except msgspec.ValidationError as error:
        raise invalid(error) from None


def _keyed(ask: Ask, route: str) -> KeyedWrite:
    try:
        key = msgspec.convert(ask.request.headers["idempotency-key"], UUID)
    except (KeyError, msgspec.ValidationError):
        raise KeyMissing(field="Idempotency-Key") from None
    return keyed_write(
        ask.kernel,
        account_id=ask.viewer.account_id,
        route=route,
        key=key,
        path=ask.request.path,
        body=ask.request.body,
    )


def _respond(operation: Operation, ask: Ask, result: Any) -> HTTPResponse:
    if isinstance(result, Blob):
        response = HTTPResponse(result.data, operation.status, content_type=result.content_type)
        response.headers["cache-control"] = "private, max-age=600" if result.private else "public, max-age=600"
        return response
    if isinstance(result, HTTPResponse):
        return result
    body = None if result is None else _encode(result)
    response = HTTPResponse(body, operation.status, content_type="application/json")
    for cookie in ask.cookies:
        response.add_cookie(**cookie)
    return response
