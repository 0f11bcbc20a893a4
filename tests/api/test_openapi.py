"""What /openapi.json tells is valid, complete, and the same that the routes check."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from miniprogram_api.endpoints import OPERATIONS
from miniprogram_api.errors import PROBLEM
from miniprogram_api.openapi import document
from miniprogram_api.routes import Blob, Operation
from tests.openapi import complaints

TOLD: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(document(OPERATIONS)))
NAMED = [pytest.param(each, id=f"{each.tag}.{each.name}") for each in OPERATIONS]
WITH_BODY = [pytest.param(each, id=f"{each.tag}.{each.name}") for each in OPERATIONS if each.body]


def told_of(operation: Operation) -> dict[str, Any]:
    found: dict[str, Any] = TOLD["paths"][operation.path][operation.method.lower()]
    return found


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema a `$ref` means."""
    name = schema.get("$ref", "").removeprefix("#/components/schemas/")
    found: dict[str, Any] = TOLD["components"]["schemas"][name] if name else schema
    return found


def strings(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema of a text in a schema, refs followed no further."""
    if isinstance(node, dict):
        if node.get("type") == "string":
            yield node
        for part in node.values():
            yield from strings(part)
    elif isinstance(node, list):
        for part in node:
            yield from strings(part)


class TestDocument:
    def test_is_valid_to_an_independent_validator(self) -> None:
        assert complaints() == []

    def test_holds_every_operation_under_its_own_id(self) -> None:
        told = [each["operationId"] for path in TOLD["paths"].values() for each in path.values()]
        assert sorted(told) == sorted(f"{operation.tag}_{operation.name}" for operation in OPERATIONS)
        assert len(told) == len(set(told))

    @pytest.mark.parametrize("operation", NAMED)
    def test_says_who_may_and_what_can_go_wrong(self, operation: Operation) -> None:
        told = told_of(operation)
        signed_in = operation.access.reach in ("self", "scoped")
        assert told["security"] == ([{"session": []}] if signed_in else [])
        statuses = set(told["responses"])
        assert str(operation.status) in statuses
        wrong = {status for status in statuses if status >= "400"}
        assert {"401"} <= wrong if signed_in else "401" not in wrong or operation.refusals
        if operation.access.reach == "scoped":
            assert {"403", "404"} <= wrong
        if operation.method != "GET":
            assert {"409", "413", "422", "429"} <= wrong
        if operation.query or operation.body:
            assert "422" in wrong
        for status in wrong:
            assert told["responses"][status]["content"][PROBLEM]["schema"]["$ref"].endswith("/Problem")
            assert told["responses"][status]["description"]

    @pytest.mark.parametrize("operation", NAMED)
    def test_tells_each_refusal_by_its_code(self, operation: Operation) -> None:
        said = "".join(each["description"] for each in told_of(operation)["responses"].values())
        for refusal in operation.refusals:
            assert f"{refusal.code}：" in said

    @pytest.mark.parametrize("operation", NAMED)
    def test_asks_for_the_key_where_a_write_needs_one(self, operation: Operation) -> None:
        headers = [each for each in told_of(operation)["parameters"] if each["in"] == "header"]
        if operation.keyed:
            assert [(each["name"], each["required"]) for each in headers] == [("Idempotency-Key", True)]
        else:
            assert headers == []

    @pytest.mark.parametrize("operation", WITH_BODY)
    def test_tells_required_fields_and_bounds_of_what_it_reads(self, operation: Operation) -> None:
        assert operation.body is not None
        [content] = {str(part["schema"]) for part in told_of(operation)["requestBody"]["content"].values()}
        assert operation.body.__name__ in content
        schema = resolved({"$ref": f"#/components/schemas/{operation.body.__name__}"})
        needed = [field.name for field in msgspec.structs.fields(operation.body) if field.required]
        assert sorted(schema.get("required", [])) == sorted(needed)
        assert schema["additionalProperties"] is False
        for text in strings(schema["properties"]):
            assert text.keys() & {"maxLength", "pattern", "format", "enum", "const"}, text

    @pytest.mark.parametrize("operation", NAMED)
    def test_tells_what_it_answers(self, operation: Operation) -> None:
        answer = told_of(operation)["responses"][str(operation.status)]
        if operation.answer is None:
            assert "content" not in answer
        elif operation.answer is Blob:
            assert operation.gives in answer["content"]
        else:
            assert resolved(answer["content"]["application/json"]["schema"])["type"] == "object"
