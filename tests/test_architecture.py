"""The shape of the project, as tests: where things may be, what may not be written, what must be said."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tortoise import fields
from tortoise.models import Model

from backend.db import MODEL_MODULES
from backend.kit.errors import Refusal
from backend.settings import Settings
from miniprogram_api.app import create_app
from miniprogram_api.endpoints import OPERATIONS

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("backend", "miniprogram_api", "media")
# What nobody writes here. Each is spelt so that this file does not match itself.
SMELLS = [
    r"\bTO[D]O\b",
    r"\bFIX[M]E\b",
    r"\bXX[X]\b",
    r"NotImplemented[E]rror",
    r"# type: [i]gnore",
    r"# no[q]a",
    r"pragma: [n]o cover",
    r"mark\.(sk[i]p|xf[a]il)|pytest\.(sk[i]p|xf[a]il|imp[o]rtorskip)",
    r"(?<![\w`])sleep\((?!0\))[^)]",
    r"\bin_transaction[(]",
    r"Sanic\.get_[a]pp",
    r"import [a]ioredis",
]
# What stands in no file at all: another checkout's paths, and where packages come from.
ELSEWHERE = r"registry\.[n]pmjs|files\.[p]ythonhosted|pypi\.[o]rg|\.\./[s]hared"
CODE = (".py", ".vue", ".ts", ".js", ".css", ".scss")
PROSE = (".md", ".toml", ".lock", ".json", ".yml", "Makefile")

# Routes that are no operations: health, the document, and the client's own pages.
UNDECLARED = {"/", "/<path:path>", "/healthz", "/readyz", "/metrics", "/openapi.json"}
# Writes without an Idempotency-Key, and why they need none (decision 10).
UNKEYED = {
    "POST /api/sessions/wechat": "sign-in: WeChat's code works once",
    "POST /api/sessions/office": "sign-in: the one-time code works once",
    "POST /api/sessions/demo": "sign-in, beside the sandbox only",
    "POST /api/sessions/desktop": "makes a QR that expires by itself",
    "POST /api/sessions/desktop/{sign_in_id}/take": "sign-in: works once",
    "POST /api/sessions/invitations/accept": "sign-in: the invitation works once",
    "POST /api/sessions/current/phone": "WeChat's code works once, and says the same phone again",
    "DELETE /api/sessions/current": "a session ended twice is ended",
    "POST /api/callbacks/wechat": "WeChat cannot make a key; each push has its own",
    "POST /api/calls/events": "media's events are cumulative and numbered",
    "POST /api/calls/room": "the ticket works once",
    "POST /api/calls/{call_id}/wait": "says that somebody is still there; again, it moves that moment on",
    "PUT /api/uploads/open/{open_upload_id}/piece": "numbered, and known by its hash: again, it changes nothing",
    "POST /api/check/pdf": "a question that carries a file; changes nothing",
}
# Reads that take no scope, and why they show nobody more than he may see (decision 9).
UNSCOPED = {
    "accounts.viewer_of": "finds who asks; the scope comes from it",
    "accounts.memberships": "the asker's own roles",
    "accounts.names": "names of accounts the caller already sees",
    "accounts.accounts_of_division": "whom the platform tells",
    "accounts.accounts_tied": "whom the platform tells",
    "accounts.openid_of": "where the platform sends a message",
    "agreements.words": "opens columns of an agreement already found in scope",
    "agreements.by_number": "the public check page: whoever holds number and code",
    "agreements.by_pdf": "the public check page: whoever holds the file",
    "calls.offers": "the asker's own: calls one was asked to host",
    "calls.people": "the seats of a call already found in scope",
    "calls.room_view": "narrowed by the asker's seat in the room",
    "consents.of_account": "the asker's own consents",
    "consents.refused_by": "yes or no of an elder already found in scope, or of the asker",
    "consents.same_person": "ids of the files of an elder already found in scope",
    "consents.health_hidden": "of elders already found in scope, those who said no to it",
    "consents.health_shown": "a yes or no on an elder already found in scope",
    "elders.files_of": "ids of one person's files, after one was seen in scope",
    "families.confirmed_accounts": "whom the platform tells, after the elder was seen in scope",
    "notifications.inbox": "the asker's own messages",
    "notifications.unread": "the asker's own messages",
    "agreements.held": "the asker's own places",
    "policies.coming": "says nothing about a person",
    "policies.policy": "says nothing about a person",
    "tasks.incident_of": "an id, looked for in scope next",
}


def source_files(*folders: str, endings: tuple[str, ...] = (".py",)) -> list[Path]:
    """Files of ours under `folders` (everything by default): neither ignored by git nor fetched."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *folders]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in listed if name.endswith(endings) and (ROOT / name).exists()]


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def short(path: Path) -> str:
    """`path` as a reader would name it."""
    return str(path.relative_to(ROOT))


def holding(pattern: str, endings: tuple[str, ...]) -> list[str]:
    """The files in which the regular expression is found."""
    return [short(path) for path in source_files(endings=endings) if re.search(pattern, path.read_text("utf-8"))]


class TestImports:
    def test_contracts_hold(self) -> None:
        found = subprocess.run(
            [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
        )
        assert found.returncode == 0, found.stdout[-4000:]

    def test_every_endpoint_package_is_in_the_independence_contract(self) -> None:
        contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
        listed = {module for each in contracts if each["type"] == "independence" for module in each["modules"]}
        present = {f"miniprogram_api.{path.parent.name}" for path in ROOT.glob("miniprogram_api/*/endpoints.py")}
        assert listed == present

    def test_only_settings_read_the_environment(self) -> None:
        readers = {
            short(path)
            for path in source_files(*PACKAGES)
            if re.search(r"\bos\.(environ|getenv)|from os import .*(environ|getenv)", path.read_text("utf-8"))
        }
        assert readers == {"backend/settings.py", "media/settings.py"}


class TestFiles:
    def test_none_is_two_nouns_in_one(self) -> None:
        """Migrations and `.d.ts` files are written by Tortoise and openapi-typescript."""
        written = [
            path
            for path in source_files(endings=CODE)
            if path.parent.name != "migrations" and not path.name.endswith(".d.ts")
        ]
        long = {short(path): len(path.read_text("utf-8").splitlines()) for path in written}
        assert {name: lines for name, lines in long.items() if lines > 400} == {}

    @pytest.mark.parametrize("smell", SMELLS)
    def test_no_code_holds(self, smell: str) -> None:
        assert holding(smell, CODE) == []

    def test_none_names_a_package_registry_or_another_checkout(self) -> None:
        assert holding(ELSEWHERE, CODE + PROSE) == []


class TestWords:
    def test_every_cited_requirement_is_in_the_table(self) -> None:
        table = (ROOT / "backend/requirements.md").read_text("utf-8")
        known = set(re.findall(r"^\| (R\d{3}) \|", table, re.MULTILINE))
        cited = {
            (number, short(path))
            for path in source_files(endings=CODE + PROSE)
            for number in re.findall(r"\bR\d{3}\b", path.read_text("utf-8"))
            if number not in known
        }
        assert cited == set()

    def test_requirements_and_decisions_name_only_files_that_exist(self) -> None:
        notes = [ROOT / "README.md", *ROOT.glob("backend/*.md"), *ROOT.glob("backend/decisions/*.md")]
        missing = {
            (short(note), name) for note in notes for name in named_files(note.read_text("utf-8")) if not exists(name)
        }
        assert missing == set()


class TestRoutes:
    """The access itself is part of an operation's type; what could be forgotten is to say it well."""

    def test_every_endpoint_package_is_served(self) -> None:
        present = {path.parent.name for path in ROOT.glob("miniprogram_api/*/endpoints.py")}
        assert {operation.handler.__module__.split(".")[1] for operation in OPERATIONS} == present

    def test_every_route_of_the_server_is_an_operation_with_access_or_a_reviewed_page(self) -> None:
        app = create_app(Settings.read({}), name="architecture")
        served = {(method, f"/{route.path}") for route in app.router.routes for method in route.methods}
        declared = {(operation.method, operation.sanic_path) for operation in OPERATIONS}
        assert {path for method, path in served - declared} == UNDECLARED
        assert all(operation.access.reach in {"public", "self", "scoped", "signed"} for operation in OPERATIONS)

    def test_scoped_operations_name_their_roles(self) -> None:
        assert [each.name for each in OPERATIONS if each.access.reach == "scoped" and not each.access.roles] == []

    def test_writes_without_a_key_are_the_reviewed_ones(self) -> None:
        unkeyed = {f"{each.method} {each.path}" for each in OPERATIONS if each.method != "GET" and not each.keyed}
        assert unkeyed == UNKEYED.keys()


class TestQueries:
    def test_each_takes_a_scope_or_is_reviewed(self) -> None:
        """Decision 9. A name that no longer needs its place on the list has to leave it."""
        unscoped = {
            f"{path.parent.name}.{function.name}"
            for path in ROOT.glob("backend/*/queries.py")
            for function in tree(path).body
            if isinstance(function, ast.AsyncFunctionDef)
            and not function.name.startswith("_")
            and not any("Scope" in ast.unparse(each.annotation) for each in arguments(function) if each.annotation)
        }
        assert unscoped == UNSCOPED.keys()


class TestTables:
    @pytest.mark.parametrize("module", MODEL_MODULES)
    def test_every_column_says_whether_it_is_personal(self, module: str) -> None:
        for model in models_of(module):
            columns = {name for name in model._meta.fields_map if name in model._meta.fields_db_projection}
            personal, plain = set(model.PERSONAL), set(model.ORDINARY)
            assert personal | plain == columns, model.__name__
            assert personal & plain == set(), model.__name__

    @pytest.mark.parametrize("module", MODEL_MODULES)
    def test_what_is_encrypted_is_stored_as_bytes(self, module: str) -> None:
        for model in models_of(module):
            for name, personal in model.PERSONAL.items():
                kept_as_bytes = isinstance(model._meta.fields_map[name], fields.BinaryField)
                assert kept_as_bytes or personal.stored != "encrypted", f"{model.__name__}.{name}"

    def test_every_module_with_tables_is_registered(self) -> None:
        present = {f"backend.{path.parent.name}.models" for path in ROOT.glob("backend/*/models.py")}
        assert present == set(MODEL_MODULES)


class TestRefusals:
    def test_speak_chinese_and_have_codes_of_their_own(self) -> None:
        refusals = list(every_refusal())
        assert len(refusals) > 4
        assert [each.__name__ for each in refusals if not re.search(r"[\u4e00-\u9fff]", each.user_message)] == []
        assert [each.__name__ for each in refusals if "user_message" not in each.__dict__] == []
        assert [each.__name__ for each in refusals if not (each.__doc__ or "").strip()] == []
        codes = [each.code for each in refusals]
        assert sorted(codes) == sorted(set(codes))


def models_of(module: str) -> list[Any]:
    """The tables a module defines."""
    found = vars(importlib.import_module(module)).values()
    return [each for each in found if isinstance(each, type) and issubclass(each, Model) and each.__module__ == module]


def every_refusal() -> Iterator[type[Refusal]]:
    """Every class of refusal in the code."""
    for path in source_files(*PACKAGES):
        if path.name != "__main__.py" and "migrations" not in path.parts:
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    waiting, seen = [Refusal], {Refusal}
    while waiting:
        refusal = waiting.pop()
        yield refusal
        fresh = set(refusal.__subclasses__()) - seen
        seen |= fresh
        waiting.extend(fresh)


def arguments(function: ast.AsyncFunctionDef) -> list[ast.arg]:
    """Positional and keyword arguments."""
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]


def named_files(text: str) -> Iterator[str]:
    """Paths in backquotes that claim to lie in this repository."""
    tops = "|".join([*PACKAGES, "miniprogram", "tests"])
    yield from re.findall(rf"`((?:{tops})/[\w./-]*)`", text)


def exists(name: str) -> bool:
    """Whether the path is there, build results aside."""
    return (ROOT / name).exists() or name.startswith("miniprogram/dist")
