"""`python -m tests.screens [role[/page]]`: start the demo, render its pages into build/screens/, say what is wrong.

Exit code 1 where axe-core has a serious finding, a page asks another origin, fails, or is too wide or too small to tap.
"""

import asyncio
import json
import re
import sys
from pathlib import Path

from tests.servers.processes import free_port, running, scratch_folder
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "screens"
_LINK = re.compile(r"http://\S+/demo\?key=([a-z0-9]+)\.\S+")
_SEEDING = 180.0


def links(printed: str) -> dict[str, str]:
    """The sign-in link of each person the demo printed, by the person's name in the cast."""
    return {found[1]: found[0] for found in _LINK.finditer(printed)}


async def render(only: str) -> int:
    """Render into `build/screens/`; the exit code of the renderer."""
    port = free_port()
    with scratch_folder("screens") as folder:
        given = {"DEMO": "1", "PORT": port, "DATA_DIR": folder / "data", "PYTHONPATH": ROOT}
        settings = [f"{name}={value}" for name, value in given.items()]
        with running(["env", *settings, sys.executable, "-m", "miniprogram_api"], folder, ordinary=False) as log:
            await until(lambda: "/check" in log.read_text(), timeout=_SEEDING, every=0.5)
            known = folder / "links.json"
            known.write_text(json.dumps(links(log.read_text())))
            renderer = await asyncio.create_subprocess_exec(
                *("node", str(Path(__file__).parent / "render.mjs"), f"http://127.0.0.1:{port}"),
                *(str(FOLDER), str(known), only),
            )
            return await renderer.wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(render(sys.argv[1] if len(sys.argv) > 1 else "")))
