"""The H5 build, in the embedded run and behind the front alike: files as they are, every other path the one page."""

import base64
import hashlib
import mimetypes
import re
from pathlib import Path
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.response import file

from backend.kit.errors import NotFound

_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; connect-src 'self' ws: wss:; font-src 'self' data:; worker-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)


def content_policy(page: str) -> str:
    """A policy that lets this page run its own scripts, the inline ones by hash, and nothing from elsewhere."""
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline)
    return _POLICY.format(scripts=" ".join(f"'sha256-{digest}'" for digest in hashes))


def install(app: Sanic[Any, Any], folder: Path) -> None:
    """Serve the build in `folder`; without one, only the API is there."""
    index = folder / "index.html"
    if not index.exists():
        return
    page = index.read_text()
    headers = {
        "content-security-policy": content_policy(page),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cache-control": "no-cache",
        "permissions-policy": "camera=(self), microphone=(self)",
    }
    root = folder.resolve()

    async def serve(request: Request, path: str = "") -> HTTPResponse:
        if path.startswith(("api/", "media/")):
            raise NotFound
        found = _file(root, path)
        if found is not None and found != index.resolve():
            kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
            kept = 31_536_000 if path.startswith("assets/") else 600
            return await file(found, mime_type=kind, max_age=kept, headers={"x-content-type-options": "nosniff"})
        if path.startswith("assets/"):
            raise NotFound
        return HTTPResponse(page, headers=headers, content_type="text/html; charset=utf-8")

    async def nowhere(request: Request, path: str) -> HTTPResponse:
        raise NotFound

    app.add_route(serve, "/", methods=["GET"], name="home")
    app.add_route(serve, "/<path:path>", methods=["GET"], name="page", unquote=True)
    # Without this, a write to a path that is none would be told to try another method.
    app.add_route(nowhere, "/<path:path>", methods=["POST", "PUT", "DELETE", "PATCH"], name="nowhere")


def _file(root: Path, path: str) -> Path | None:
    """The file of the build at `path`, if there is one; names no file system takes are none."""
    try:
        found = (root / path).resolve()
        return found if found.is_relative_to(root) and found.is_file() else None
    except (OSError, ValueError):
        return None
