"""OpenAPI 3.1 from the same types the routes check with."""

from collections.abc import Iterable
from typing import Any

import msgspec

from backend.kit.errors import Conflict, Forbidden, NotFound, Refusal
from miniprogram_api.errors import (
    PROBLEM,
    FieldNotRight,
    KeyMissing,
    NotJson,
    NotSignedIn,
    NotThisKind,
    Problem,
    TooLarge,
    TooMany,
    status_of,
)
from miniprogram_api.routes import Blob, Operation

_REF = "#/components/schemas/{name}"


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """The whole description: paths, required fields, bounds, security, and each refusal's code."""
    operations = list(operations)
    types = [kind for operation in operations for kind in (operation.body, operation.query, operation.answer)]
    structs = [kind for kind in types if kind not in (None, Blob)]
    _, schemas = msgspec.json.schema_components([*structs, Problem], ref_template=_REF)
    paths: dict[str, Any] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "云团圆 cloud reunion", "version": "1"},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": f"{operation.tag}_{operation.name}",
        "tags": [operation.tag],
        "summary": operation.summary,
        "parameters": _parameters(operation, schemas),
        "responses": {str(operation.status): _success(operation), **_refusals(operation)},
        "security": [{"session": []}] if operation.access.reach in ("self", "scoped") else [],
        "x-access": operation.access.reach,
        "x-roles": sorted(operation.access.roles),
    }
    if operation.body is not None:
        content = {"schema": {"$ref": _REF.format(name=operation.body.__name__)}}
        told["requestBody"] = {"required": True, "content": {kind: content for kind in operation.takes}}
    elif operation.takes != ("application/json",):
        binary = {"schema": {"type": "string", "format": "binary"}}
        told["requestBody"] = {"required": True, "content": {kind: binary for kind in operation.takes}}
    return told


def _parameters(operation: Operation, schemas: dict[str, Any]) -> list[dict[str, Any]]:
    uuid = {"type": "string", "format": "uuid"}
    told = [{"name": name, "in": "path", "required": True, "schema": uuid} for name in operation.path_ids]
    if operation.keyed:
        told.append({"name": "Idempotency-Key", "in": "header", "required": True, "schema": uuid})
    if operation.query is not None:
        schema = schemas[operation.query.__name__]
        for name, part in schema["properties"].items():
            required = name in schema.get("required", ())
            told.append({"name": name, "in": "query", "required": required, "schema": part})
    return told


def _success(operation: Operation) -> dict[str, Any]:
    if operation.answer is None:
        return {"description": "办好了"}
    if operation.answer is Blob:
        return {"description": "文件", "content": {operation.gives: {"schema": {"type": "string", "format": "binary"}}}}
    schema = {"$ref": _REF.format(name=operation.answer.__name__)}
    return {"description": "办好了", "content": {"application/json": {"schema": schema}}}


def _refusals(operation: Operation) -> dict[str, Any]:
    kinds: list[type[Refusal]] = [*operation.refusals]
    if operation.access.reach in ("self", "scoped"):
        kinds.append(NotSignedIn)
    if operation.access.reach == "scoped":
        kinds.extend((Forbidden, NotFound))
    if operation.access.reach == "self" or operation.path_ids:
        kinds.append(NotFound)
    if operation.method != "GET":
        kinds.extend((TooLarge, TooMany, NotJson, FieldNotRight, Conflict))
    if operation.reads_body:
        kinds.append(NotThisKind)
    if operation.query is not None:
        kinds.append(FieldNotRight)
    if operation.keyed:
        kinds.append(KeyMissing)
    if operation.proof:
        kinds.append(TooMany)
    told: dict[str, Any] = {}
    for kind in dict.fromkeys(kinds):
        answer = told.setdefault(str(status_of(kind)), {"description": "", "content": {PROBLEM: {}}})
        answer["content"][PROBLEM] = {"schema": {"$ref": _REF.format(name="Problem")}}
        answer["description"] = "、".join(filter(None, (answer["description"], f"{kind.code}：{kind.user_message}")))
    return told
