"""Print what `make check` needs: the package's dependencies, all its extras, and those of its `dev` group.

python tools/requirements.py [GROUP]: another group in place of `dev`, and no extras with it.
For any pip: `pip install --group dev` is there from pip 25.1 on only.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    group = sys.argv[1] if len(sys.argv) > 1 else "dev"
    extras = project["project"]["optional-dependencies"].values() if group == "dev" else ()
    groups = (project["project"]["dependencies"], *extras, project["dependency-groups"][group])
    print("\n".join(requirement for group in groups for requirement in group))


if __name__ == "__main__":
    main()
