"""Build the package as it would be published, install it into an empty environment, and run it there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
# neither the checkout nor the caller's settings may help the installed package along
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def run(*command: str | Path, folder: Path) -> str:
    """What a command prints; its errors and the end of everything where it fails."""
    ran = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8")
    if ran.returncode:
        sys.exit(f"{' '.join(map(str, command))}: status {ran.returncode}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def build(folder: Path) -> Path:
    """The source archive, and the wheel made of that."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def missing(wheel: Path) -> set[str]:
    """What the package holds here and the wheel does not."""
    files = (path for path in (ROOT / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT / "src").as_posix() for path in files} - set(zipfile.ZipFile(wheel).namelist())


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build(folder)
        if lost := missing(wheel):
            sys.exit(f"the wheel lacks {', '.join(sorted(lost))}")
        run(sys.executable, "-m", "venv", folder / "clean", folder=folder)
        programs = folder / "clean" / ("Scripts" if os.name == "nt" else "bin")
        run(programs / "python", "-m", "pip", "install", "--quiet", wheel, folder=folder)
        version = run(programs / "crosscheck", "--version", folder=folder).strip()
        report = json.loads(run(programs / "crosscheck", "-f", "json", ROOT / "fixtures" / "flood", folder=folder))
        print(f"{wheel.name}: {version} runs clean, {len(report['findings'])} findings in fixtures/flood")


if __name__ == "__main__":
    main()
