"""WeChat's answers in WeChat's own dress: error JSON comes with HTTP 200, and errmsg ends in a rid."""

import secrets
from collections.abc import Mapping

from sanic.response import HTTPResponse, json

# Wording as observed; programs must match on errcode alone.
_ERRMSG = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken",
    40002: "invalid grant_type",
    40003: "invalid openid",
    40013: "invalid appid",
    40029: "invalid code",
    40037: "invalid template_id",
    40097: "invalid args",
    40125: "invalid appsecret",
    40163: "code been used",
    40165: "invalid weapp pagepath",
    40169: "invalid length for scene, or the data is not json string",
    40212: "invalid query",
    41001: "access_token missing",
    41030: "invalid page",
    42001: "access_token expired",
    43002: "require POST method",
    43101: "user refuse to accept the msg",
    43108: "concurrent sends to one user",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit  mustslower  retry next minute",
    47001: "data format error",
    47003: "argument invalid!",
    85401: "time limited is invalid",
}


def no(errcode: int, detail: str = "") -> HTTPResponse:
    """`{"errcode", "errmsg"}` with HTTP 200."""
    rid = "-".join(secrets.token_hex(4) for _ in range(3))
    return json({"errcode": errcode, "errmsg": f"{_ERRMSG.get(errcode, 'error')}{detail} rid: {rid}"})


def yes(fields: Mapping[str, object] | None = None) -> HTTPResponse:
    """errcode 0 and the call's own fields."""
    return json({"errcode": 0, "errmsg": "ok", **(fields or {})})
