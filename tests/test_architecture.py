"""The shape of the project, as tests: where things may be, what may not be written, what must be said."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

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
        """Migrations are Tortoise's own writing and grow with the tables."""
        written = [path for path in source_files(endings=CODE) if path.parent.name != "migrations"]
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


def named_files(text: str) -> Iterator[str]:
    """Paths in backquotes that claim to lie in this repository."""
    tops = "|".join([*PACKAGES, "miniprogram", "tests"])
    yield from re.findall(rf"`((?:{tops})/[\w./-]*)`", text)


def exists(name: str) -> bool:
    """Whether the path is there, build results aside."""
    return (ROOT / name).exists() or name.startswith("miniprogram/dist")
