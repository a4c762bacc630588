"""Print what `make check` needs: the package's dependencies, all its extras, and those of its `dev` group.

For any pip: `pip install --group dev` is there from pip 25.1 on only.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = (
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        project["dependency-groups"]["dev"],
    )
    print("\n".join(requirement for group in groups for requirement in group))


if __name__ == "__main__":
    main()
