"""What needs an optional package has no examples to run where that is not installed; any other import must work."""

from importlib.util import find_spec

NEEDS = {"charset": "charset_normalizer", "html": "trafilatura"}

collect_ignore = [f"src/crosscheck/extra/{name}.py" for name, package in NEEDS.items() if find_spec(package) is None]
