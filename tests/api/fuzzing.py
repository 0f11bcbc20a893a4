"""Generated requests to one operation as every role, each answer held against /openapi.json."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode, SerializationContext
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from miniprogram_api.routes import Operation
from miniprogram_api.schemas import XLSX
from tests.api.attempts import Attempt
from tests.api.operations import Tally, operation_id

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
]
AnyCase = Case[Any]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# What only a scene can know; everything else in a body stays as it was generated.
KNOWN = re.compile(
    r"(^id|_id|_ids|_hash|_on|_at|code|secret|token|ticket|key|times|number|login|password|risk_notice)$"
)


@schemathesis.serializer("application/pdf", "image/jpeg", "image/png", "image/webp", "text/csv", XLSX)
def as_it_is(context: SerializationContext, value: Any) -> Any:
    """Files go over the wire as they are."""
    return value if isinstance(value, bytes) else str(value).encode(errors="surrogatepass")


@dataclass
class Fuzzer:
    """`tokens` are session tokens by who holds them, None for nobody's."""

    base_url: str
    document: dict[str, Any]
    tokens: dict[str, str | None]
    examples: int
    derandomize: bool
    tally: Tally
    sent: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        schema = schemathesis.openapi.from_dict(self.document)
        described = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
        self._operations = {operation.label: operation for operation in described}
        self._sessions: dict[str, requests.Session] = {}

    @contextmanager
    def connected(self) -> Iterator[None]:
        """One connection per person for the time of the block."""
        with ExitStack() as stack:
            for who in (*self.tokens, "owner"):
                self._sessions[who] = session = stack.enter_context(requests.Session())
                # Proxies and passwords of the machine, which it would look for at every request.
                session.trust_env = False
            yield

    def fuzz(self, operation: Operation, attempt: Attempt) -> None:
        """Send valid and broken data as the one whom `attempt` is about, then as everybody."""
        label = f"{operation.method} {operation.path}"
        people = {"owner": attempt.by.token or None, **self.tokens}
        for mode in GenerationMode:
            for number, case in enumerate(self._cases(label, mode)):
                # Every third stays as generated: ids of nothing.
                if number % 3 != 2:
                    _seed(case, attempt, mode)
                for who, token in people.items():
                    self._send(case, who, token)

    def _cases(self, label: str, mode: GenerationMode) -> list[AnyCase]:
        cases: list[AnyCase] = []

        @settings(
            max_examples=self.examples,
            deadline=None,
            derandomize=self.derandomize,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        )
        @given(self._operations[label].as_strategy(generation_mode=mode))
        def gather(case: AnyCase) -> None:
            cases.append(case)

        try:
            gather()
        except Unsatisfiable:
            # Nothing about this operation can be given wrongly.
            return []
        return cases

    def _send(self, case: AnyCase, who: str, token: str | None) -> None:
        headers = {name: value for name, value in case.headers.items() if name.lower() != "authorization"}
        if (
            "Idempotency-Key" in headers
            and case.meta
            and _mode(case, ParameterLocation.HEADER) is GenerationMode.POSITIVE
        ):
            headers["Idempotency-Key"] = str(uuid4())
        if token:
            headers["Authorization"] = f"Bearer {token}"
        case.headers.clear()
        case.headers.update(headers)
        response = case.call(self.base_url, session=self._sessions[who], timeout=30)
        self.sent += 1
        self.tally.count(case.method, case.formatted_path, response.status_code)
        told = f"{operation_id(case.method, case.formatted_path) or case.operation.label} {response.status_code}"
        # A file's bytes are no string, which is all that the description can say of them.
        checks = [check for check in CHECKS if check is not negative_data_rejection or not isinstance(case.body, bytes)]
        try:
            case.validate_response(response, checks=checks)
        except FailureGroup as group:
            for failure in group.exceptions:
                self.faults[f"{told} as {who}: {failure.title}: {str(failure.message)[:300]} | {case.body!r:.200}"] += 1
        if response.status_code >= 400:
            problem = response.json() if response.headers.get("content-type") == [PROBLEM] else {}
            if problem.get("status") != response.status_code or not CHINESE.search(problem.get("message", "")):
                self.faults[f"{told}: not a problem+json: {response.text[:200]}"] += 1


PROBLEM = "application/problem+json"


def _mode(case: AnyCase, place: ParameterLocation) -> GenerationMode | None:
    component = case.meta.components.get(place) if case.meta else None
    return component.mode if component else None


def _seed(case: AnyCase, attempt: Attempt, mode: GenerationMode) -> None:
    """Put what the scene knows in the place of what was generated, where that is not the broken part."""
    if attempt.ids and _mode(case, ParameterLocation.PATH) is not GenerationMode.NEGATIVE:
        case.path_parameters.update(attempt.ids)
    if attempt.query and _mode(case, ParameterLocation.QUERY) is not GenerationMode.NEGATIVE:
        case.query.update(attempt.query)
    if mode is GenerationMode.NEGATIVE:
        return
    if attempt.content is not None:
        case.body = attempt.content
    elif isinstance(case.body, dict) and isinstance(attempt.body, dict):
        case.body.update({name: value for name, value in attempt.body.items() if KNOWN.search(name)})
    case.headers.update(attempt.headers)
