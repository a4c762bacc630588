"""Settings from a file: where they are looked for, what they set, and what is refused by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosscheck.cli import commands
from crosscheck.cli.configuring import CONFIG, OPTIONS, nearest_file, settings
from crosscheck.config import Config
from crosscheck.errors import ConfigError
from tests.test_cli import FLOOD, Run
from tests.test_cli import run as run  # the fixture


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_file_there_are_none(here: Path) -> None:
    assert settings(None) == (None, Config(), {})


def test_everything_that_can_be_set(here: Path) -> None:
    (here / "crosscheck.toml").write_text(
        """
        link-floor = 0.6
        clauses = false
        facets = ["date", "quantity"]
        format = "json"
        only = ["date"]
        ignore = "quote"
        min-confidence = 0.5
        top = 9
        fail-on = ["conflict", "update"]
        strict = true
        embed-text = true
        explain = true
        brief = true
        color = "never"
        quiet = true
        verbose = false
        [fields]
        text = "article.body"
        outlet = "source.name"
        """,
        encoding="utf-8",
    )
    found = settings(None)
    fields = {"text": "article.body", "outlet": "source.name"}
    assert found.path == "crosscheck.toml"
    assert found.config == Config(link_floor=0.6, clauses=False, facets=("date", "quantity"), fields=fields)
    assert set(found.options) == {name.replace("-", "_") for name in OPTIONS}
    assert (found.options["only"], found.options["ignore"]) == (("date",), ("quote",))
    assert (found.options["fail_on"], found.options["top"]) == (("conflict", "update"), 9)


def test_underscores_are_as_good_as_hyphens(here: Path) -> None:
    (here / "crosscheck.toml").write_text("min_confidence = 0.5\nlink_floor = 0.7", encoding="utf-8")
    assert settings(None).options == {"min_confidence": 0.5}
    assert settings(None).config.link_floor == 0.7


def test_what_can_be_set_are_settings_and_options() -> None:
    names = {option.name for option in commands.check.params}
    of_one_run = {"sources", "output", "outlet", "published", "config"}
    assert {name.replace("-", "_") for name in OPTIONS} == names - of_one_run
    assert {name.replace("-", "_") for name in CONFIG} == {each.name for each in Config.__attrs_attrs__}


class TestWhere:
    def test_in_pyproject(self, here: Path) -> None:
        (here / "pyproject.toml").write_text("[tool.crosscheck]\nbrief = true", encoding="utf-8")
        assert settings(None) == ("pyproject.toml", Config(), {"brief": True})

    def test_a_pyproject_that_says_nothing_of_it_is_passed_by(self, here: Path) -> None:
        (here / "pyproject.toml").write_text("[tool.other]\nbrief = true", encoding="utf-8")
        assert nearest_file() is None

    def test_its_own_file_goes_before_pyproject(self, here: Path) -> None:
        (here / "pyproject.toml").write_text("[tool.crosscheck]\nbrief = true", encoding="utf-8")
        (here / "crosscheck.toml").write_text("", encoding="utf-8")
        assert settings(None) == ("crosscheck.toml", Config(), {})

    def test_the_nearest_folder_above(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (here / "crosscheck.toml").write_text("brief = true", encoding="utf-8")
        (here / "story" / "today").mkdir(parents=True)
        monkeypatch.chdir(here / "story" / "today")
        assert settings(None).options == {"brief": True}
        (here / "story" / "crosscheck.toml").write_text("strict = true", encoding="utf-8")
        assert settings(None).options == {"strict": True}

    def test_a_file_by_name_alone(self, here: Path) -> None:
        (here / "crosscheck.toml").write_text("brief = true", encoding="utf-8")
        for text in ("strict = true", "[tool.crosscheck]\nstrict = true"):
            (here / "other.toml").write_text(text, encoding="utf-8")
            assert settings("other.toml") == ("other.toml", Config(), {"strict": True})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("min-confidense = 0.5", "no setting is called 'min-confidense'; did you mean 'min-confidence'?"),
        ("fasets = []", "did you mean 'facets'?"),
        ("output = 'x'", "no setting is called 'output'"),
        ("format = 'jsn'", "format can not be 'jsn'; did you mean 'json'?"),
        ("only = ['dates']", "only can not be 'dates'; did you mean 'date'?"),
        ("facets = ['dates']", "no facet is called 'dates'; did you mean 'date'?"),
        ("fail-on = 3", "fail-on is a list"),
        ("strict = 'yes'", "strict is true or false, not 'yes'"),
        ("top = 2.5", "top is a whole number"),
        ("top = true", "top is a whole number"),
        ("min-confidence = 'high'", "min-confidence is a number"),
        ("min-confidence = true", "min-confidence is a number"),
        ("link-floor = 2", "link_floor is a number from 0 to 1"),
        ("[fields]\ntxt = 'body'", "no field is called 'txt'; did you mean 'text'?"),
        ("strict = ", "this is not TOML"),
        ("[tool]\ncrosscheck = 3", "tool.crosscheck is a table"),
        ("a = " + "[" * 50_000, "this is not TOML"),
    ],
)
def test_what_is_refused(here: Path, run: Run, text: str, says: str) -> None:
    (here / "crosscheck.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        settings(None)
    assert str(caught.value).startswith("crosscheck.toml: ")
    assert says in str(caught.value)
    ran = run(FLOOD)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


class TestCommand:
    def test_the_file_sets_and_the_command_line_goes_before_it(self, here: Path, run: Run) -> None:
        (here / "crosscheck.toml").write_text('format = "json"\nonly = ["date"]\nfacets = ["date"]', encoding="utf-8")
        document = json.loads(run(FLOOD).out)
        assert document["filtered"]["only"] == ["date"]
        assert document["config"]["facets"] == ["date"]
        assert run("-f", "text", FLOOD).out.startswith("crosscheck")
        assert json.loads(run("--only", "quantity", FLOOD).out)["filtered"]["only"] == ["quantity"]

    def test_who_finds_less_sees_why(self, here: Path, run: Run) -> None:
        (here / "crosscheck.toml").write_text('facets = ["date"]', encoding="utf-8")
        assert run(FLOOD).err == "crosscheck: settings from crosscheck.toml\n"
        assert run("-q", FLOOD).err == ""
        (here / "crosscheck.toml").write_text("brief = true", encoding="utf-8")
        assert run(FLOOD).err == ""

    def test_verbose_names_the_file(self, here: Path, run: Run) -> None:
        (here / "crosscheck.toml").write_text("verbose = true", encoding="utf-8")
        assert "settings from crosscheck.toml" in run(FLOOD).err

    def test_fields_of_an_export(self, here: Path, run: Run) -> None:
        (here / "crosscheck.toml").write_text('[fields]\ntext = "story.words"\noutlet = "by"', encoding="utf-8")
        rows = [{"by": name, "story": {"words": f"The {name} says a ferry sank off the coast."}} for name in "AB"]
        (here / "export.json").write_text(json.dumps(rows), encoding="utf-8")
        document = json.loads(run("-f", "json", "export.json").out)
        assert [source["outlet"] for source in document["sources"]] == ["A", "B"]

    def test_fail_on_from_a_file(self, here: Path, run: Run) -> None:
        (here / "pyproject.toml").write_text('[tool.crosscheck]\nfail-on = "conflict"', encoding="utf-8")
        assert run(FLOOD).status == 1


def test_the_settings_in_the_documentation_are_some(here: Path) -> None:
    page = (FLOOD.parent.parent / "docs" / "command.md").read_text(encoding="utf-8")
    text = page.split("<!-- tested: settings -->\n```toml\n")[1].split("```")[0]
    (here / "crosscheck.toml").write_text(text, encoding="utf-8")
    found = settings(None)
    assert found.config.fields == (("text", "article.body"), ("outlet", "source.name"), ("published", "date"))
    assert found.config.link_floor == Config().link_floor
    assert found.options["fail_on"] == ("conflict",)
