"""Promises of the whole: light import, one direction, exit codes, what the README shows."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import detente
from detente import errors
from detente.cli import EXIT_CODES

ROOT = Path(__file__).parent.parent.parent


def find_exceptions() -> set[type[errors.DetenteError]]:
    found = {item for _, item in inspect.getmembers(errors, inspect.isclass)}
    return {item for item in found if issubclass(item, errors.DetenteError)}


def test_every_exception_has_an_exit_code() -> None:
    assert set(EXIT_CODES) == find_exceptions()


def test_every_exception_is_drawn_in_the_tree() -> None:
    assert errors.__doc__ is not None
    for item in find_exceptions():
        assert item.__name__ in errors.__doc__


def test_importing_the_package_loads_neither_spacy_nor_rich() -> None:
    code = "import sys, detente; print(sorted({'spacy', 'rich', 'httpx'} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from detente.cli import group\n"
        "group.main(['--help'], standalone_mode=False)\n"
        "heavy = {'spacy', 'rich', 'httpx', 'trafilatura', 'lxml', 'lingua', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.rstrip().endswith("[]")


def test_public_names_exist_and_are_sorted() -> None:
    assert list(detente.__all__) == sorted(detente.__all__)
    for name in detente.__all__:
        assert getattr(detente, name) is not None


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    assert not hasattr(detente, "nonsense")


def test_the_readme_shows_what_the_demo_prints() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    match = re.search(r"<!-- demo -->\n```text\n(.*?)```", readme, re.DOTALL)
    assert match is not None
    command = [sys.executable, "-m", "detente", "read", "examples/envoy.txt"]
    out = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    shown = [line.rstrip() for line in match[1].rstrip().splitlines()]
    printed = [line.rstrip() for line in out.stdout.rstrip().splitlines()]
    assert printed[: len(shown)] == shown


def test_the_readme_names_only_commands_that_exist() -> None:
    from detente.cli import _COMMANDS

    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"^\$? ?detente (\w+)", readme, re.MULTILINE))
    assert named
    assert named <= set(_COMMANDS)
