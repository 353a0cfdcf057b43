"""The house keeps its shape: floors, homes of outside packages, sizes, names."""

import ast
import re
import sys
from collections.abc import Iterable
from itertools import pairwise

import pytest

from tests.source_code import (
    ROOT,
    Import,
    Module,
    code_lines,
    depth,
    files,
    functions,
    imports_of,
    modules,
)

FLOORS = {
    "domain": 1,
    "storage": 2,
    "workbook": 2,
    "reporting": 2,
    "estimation": 2,
    "services": 3,
    "web": 4,
    "cli": 4,
    "": 5,
}
# Where an outside package may be imported: a floor, or one file.
HOMES = {
    "sqlalchemy": {"storage"},
    "flask_sqlalchemy": {"storage"},
    "flask_migrate": {"storage"},
    "alembic": {"storage"},
    "openpyxl": {"workbook"},
    "python_calamine": {"workbook"},
    "xlsxwriter": {"workbook"},
    "lxml": {"workbook"},
    "matplotlib": {"reporting"},
    "numpy": {"reporting", "estimation"},
    "PIL": {"reporting"},
    "scipy": {"estimation"},
    "networkx": {"estimation"},
    "flask": {
        "web",
        "tracker.factory",
        "tracker.warming",
        "tracker.cli",
        "tracker.cli.boundary",
    },
    "msgspec": {"web"},
    "flask_wtf": {"web"},
    "flask_login": {"web"},
    "flask_babel": {"web"},
    "wtforms": {"web"},
    "werkzeug": {"web"},
    "jinja2": {"web"},
    "markupsafe": {"web"},
    "babel": {"web", "reporting"},
    "flask_session": {"tracker.factory"},
    "cachelib": {"tracker.factory"},
    "click": {"cli"},
    "dotenv": {"tracker.config"},
    "argon2": {"tracker.services.users"},
}
# What takes long to load is loaded on first use: these, and the floors built on them.
LOADED_ON_FIRST_USE = {
    "alembic",
    "flask_migrate",
    "lxml",
    "matplotlib",
    "networkx",
    "numpy",
    "openpyxl",
    "PIL",
    "python_calamine",
    "scipy",
    "xlsxwriter",
}
# Not there on Windows, so asked for only where it is used.
UNIX_ONLY = {"fcntl", "resource"}
LAZY_FLOORS = {"workbook", "reporting", "estimation"}
LAZY_MODULES = {"tracker.factory", "tracker.storage.migrate"}

MAX_FUNCTION_LINES = 30
MAX_DEPTH = 3
MAX_FILE_LINES = 300
MAX_TEMPLATE_LINES = 120
# Longer on purpose, each with its reason: "path:function": reason.
LONG_FUNCTIONS: dict[str, str] = {}

EMPTY_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "tools", "stuff"}
EMPTY_SUFFIXES = ("Manager", "Handler", "Helper", "Data", "Info", "Util", "Utils")

TRACKER = modules("tracker")
EVERYTHING = (*TRACKER, *modules("tests"))
IMPORTS = [found for module in TRACKER for found in imports_of(module)]


def complain(problems: Iterable[object]) -> None:
    """Fail with a line a problem."""
    lines = [str(problem) for problem in problems]
    assert not lines, "\n" + "\n".join(lines)


def floor_of(target: str) -> str | None:
    """The floor that an import of ours goes to, or None for an outside package."""
    parts = target.split(".")
    if parts[0] != "tracker":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in FLOORS else ""


def goes_down(found: Import) -> bool:
    """Whether an import stays on its floor or goes to one below."""
    here, there = found.module.floor, floor_of(found.target)
    return there is None or there == here or FLOORS[there] < FLOORS[here]


def is_at_home(found: Import) -> bool:
    """Whether an outside package is imported where it lives, or for its types only."""
    inside = {"tracker", "_typeshed", *sys.stdlib_module_names}
    homes = HOMES.get(found.package, set())
    here = {found.module.floor, found.module.name}
    is_allowed = found.package in inside or bool(homes & here)
    return is_allowed or (found.is_for_types and bool(homes))


def may_be_lazy(found: Import) -> bool:
    """Whether an import inside a function is one of those agreed upon."""
    if found.package != "tracker":
        return found.package in LOADED_ON_FIRST_USE | UNIX_ONLY
    module_or_name = {found.target, found.target.rpartition(".")[0]}
    return floor_of(found.target) in LAZY_FLOORS or bool(module_or_name & LAZY_MODULES)


def test_there_is_something_to_check():
    assert len(TRACKER) > 20
    assert len(IMPORTS) > 100


def test_every_folder_under_tracker_is_a_floor_of_the_house():
    complain(module.path for module in TRACKER if module.floor not in FLOORS)


def test_a_floor_imports_only_from_floors_below():
    complain(found for found in IMPORTS if not goes_down(found))


def test_the_domain_uses_the_standard_library_only():
    allowed = {"tracker", *sys.stdlib_module_names}
    complain(
        found
        for found in IMPORTS
        if found.module.floor == "domain" and found.package not in allowed
    )


def test_outside_packages_are_imported_only_where_they_live():
    complain(found for found in IMPORTS if not is_at_home(found))


def test_imports_are_absolute_and_at_the_top():
    complain(
        found
        for found in IMPORTS
        if found.is_relative or (found.is_lazy and not may_be_lazy(found))
    )


@pytest.mark.parametrize(
    ("here", "target"),
    [
        ("domain", "tracker.storage.queries"),
        ("storage", "tracker.workbook.reader"),
        ("web", "tracker.cli.user"),
        ("cli", "tracker.web.forms"),
        ("services", "tracker.config.SETTINGS"),
        ("web", "tracker.create_app"),
    ],
)
def test_an_import_up_or_across_would_be_seen(here, target):
    module = Module(f"tracker/{here}/x.py", "", ast.parse(""))

    assert not goes_down(Import(module, 1, target, False, False, False))


def test_functions_are_short():
    complain(
        f"{module.path}:{function.lineno} {function.name} has {length} lines of code"
        for module in EVERYTHING
        if not module.is_generated
        for function in functions(module)
        if (length := code_lines(function, module)) > MAX_FUNCTION_LINES
        and f"{module.path}:{function.name}" not in LONG_FUNCTIONS
    )


def test_functions_are_flat():
    complain(
        f"{module.path}:{function.lineno} {function.name} goes {levels} levels deep"
        for module in EVERYTHING
        for function in functions(module)
        if (levels := depth(function)) > MAX_DEPTH
    )


def test_files_are_short_and_say_what_they_are():
    complain(
        module.path
        for module in EVERYTHING
        if not module.is_generated
        and (
            module.text.count("\n") > MAX_FILE_LINES
            or (module.text and not ast.get_docstring(module.tree))
        )
    )


def test_templates_are_short():
    complain(
        f"{path.relative_to(ROOT)} has {length} lines"
        for path in files(".html", ".txt", ".xml")
        if path.is_relative_to(ROOT / "templates")
        and (length := path.read_text("utf-8").count("\n")) > MAX_TEMPLATE_LINES
    )


def test_files_and_classes_are_named_after_what_they_know():
    complain(
        module.path
        for module in EVERYTHING
        if set(module.name.split(".")) & EMPTY_NAMES
    )
    complain(
        f"{module.path}:{node.lineno} {node.name}"
        for module in TRACKER
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(EMPTY_SUFFIXES)
    )


# Assembled, so that this file does not find itself.
LEFT_OPEN = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]))
SOMEBODYS_MACHINE = re.compile(
    r"""(?:^|[\s"'`(=])(?:/(?:home|root|Users|work|farm|tmp)/|[A-Z]:\\)""", re.MULTILINE
)
REGISTRY = re.compile(r"py[p]i\.|python[h]osted|npm[j]s|\bdeb[.]debian", re.IGNORECASE)


@pytest.mark.parametrize(
    "unwanted",
    [LEFT_OPEN, SOMEBODYS_MACHINE, REGISTRY],
    ids=["left for later", "paths of a machine", "hosts of package registries"],
)
def test_the_project_holds_no(unwanted):
    texts = [
        *files(".py", ".md", ".html", ".css", ".js", ".txt", ".toml", ".sh", ".po")
    ]
    texts += [ROOT / "Makefile", ROOT / ".ci" / "run"]
    complain(
        f"{path.relative_to(ROOT)}: {match[0]!r}"
        for path in texts
        if path.exists() and (match := unwanted.search(path.read_text("utf-8")))
    )


SILENCER = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<rest>.*)$")


def test_a_rule_is_never_ignored_without_its_reason():
    """The reason stands behind the mark, or in a comment above it."""
    complain(
        f"{module.path}: {line.strip()}"
        for module in TRACKER
        for above, line in pairwise(module.text.splitlines())
        if (mark := SILENCER.search(line))
        and not re.search(r" - |#", mark["rest"])
        and not above.lstrip().startswith("#")
    )
