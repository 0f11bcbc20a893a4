"""`python -m backend.evidence check FILE --certificate PEM`: is a bundle or a sealed paper what it says it is?

Needs no database, no network and none of our servers: years later, with this folder, anyone can ask.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from backend.evidence.errors import BundleRefused
from backend.evidence.verdict import Verdict, certificates_of, check_bundle, check_paper

commands = typer.Typer(add_completion=False, help=__doc__)
_LARGEST_PDF = 64 * 1024 * 1024


@commands.callback()
def evidence() -> None:
    """Checking evidence, offline."""


@commands.command()
def check(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="存证包 bundle.zip，或者封存的 PDF")],
    certificate: Annotated[
        list[Path], typer.Option(exists=True, dir_okay=False, help="平台公布的存证证书（PEM），可以给几个")
    ],
    committee: Annotated[
        list[Path] | None,
        typer.Option(exists=True, dir_okay=False, help="协议上有村委会签名的，它的证书"),
    ] = None,
) -> None:
    """Check everything; ends with 0 when all is in order, else with 1 and the first thing that is not."""
    trusted = (certificate, committee)
    try:
        verdict = _check(file, *(certificates_of([path.read_bytes() for path in each or ()]) for each in trusted))
    except BundleRefused as refused:
        verdict = Verdict(str(refused))
    sys.stdout.writelines(f"· {line}\n" for line in verdict.told)
    sys.stdout.write(f"不通过。{verdict.wrong}\n" if verdict.wrong else "通过：全部有效，没有改动。\n")
    raise typer.Exit(1 if verdict.wrong else 0)


def _check(file: Path, certificates: list[bytes], committees: list[bytes]) -> Verdict:
    with file.open("rb") as opened:
        is_paper = opened.read(5) == b"%PDF-"
        opened.seek(0)
        if not is_paper:
            return check_bundle(opened, certificates, committees)
        data = opened.read(_LARGEST_PDF + 1)
        return (
            check_paper(data, certificates, committees) if len(data) <= _LARGEST_PDF else Verdict("文件太大，不予打开")
        )


if __name__ == "__main__":
    commands()
