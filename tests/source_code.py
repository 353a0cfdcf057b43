"""The project's own source as data, for the tests that keep its rules."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", ".venv", "node_modules", "instance"}
MIGRATIONS = "tracker/storage/migrations/versions"

Function = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match, ast.AsyncFor)


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path from the root of the project, its text, its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The dotted name other files import it by."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def floor(self) -> str:
        """The folder under tracker/ it lies in; empty for the entrance."""
        parts = self.path.split("/")
        return parts[1] if len(parts) > 2 else ""

    @property
    def is_generated(self) -> bool:
        """Whether Alembic wrote it: one long function of many alike lines."""
        return self.path.startswith(MIGRATIONS)


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name: where, what, and how."""

    module: Module
    line: int
    target: str
    is_lazy: bool
    is_for_types: bool
    is_relative: bool

    @property
    def package(self) -> str:
        """The top package it comes from."""
        return self.target.split(".")[0]

    def __str__(self) -> str:
        return f"{self.module.path}:{self.line} imports {self.target}"


def files(*suffixes: str) -> Iterator[Path]:
    """Every file of the project with one of the *suffixes*."""
    for path in sorted(ROOT.rglob("*")):
        parts = set(path.relative_to(ROOT).parts)
        if path.is_file() and path.suffix in suffixes and not parts & NOT_OURS:
            yield path


@cache
def modules(top: str) -> tuple[Module, ...]:
    """Every Python file under the folder *top*."""
    found = []
    for path in files(".py"):
        place = path.relative_to(ROOT).as_posix()
        if place.startswith(f"{top}/"):
            text = path.read_text(encoding="utf-8")
            found.append(Module(place, text, ast.parse(text)))
    return tuple(found)


def imports_of(module: Module) -> Iterator[Import]:
    """Every import in *module*; ``from a import b`` gives ``a.b``."""
    yield from _imports_in(module, module.tree, is_lazy=False, is_for_types=False)


def _imports_in(
    module: Module, node: ast.AST, *, is_lazy: bool, is_for_types: bool
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            for target in _targets(child):
                yield Import(
                    module,
                    child.lineno,
                    target,
                    is_lazy,
                    is_for_types,
                    isinstance(child, ast.ImportFrom) and child.level > 0,
                )
        else:
            yield from _imports_in(
                module,
                child,
                is_lazy=is_lazy or isinstance(child, Function),
                is_for_types=is_for_types or _asks_for_types(child),
            )


def _targets(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module or ''}.{alias.name}" for alias in node.names]


def _asks_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def functions(module: Module) -> Iterator[Function]:
    """Every function and method of *module*, the inner ones too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def code_lines(function: Function, module: Module) -> int:
    """The lines of a function that hold code: no docstring, comment or blank line."""
    assert function.end_lineno is not None
    lines = module.text.splitlines()[function.lineno - 1 : function.end_lineno]
    code = [line for line in lines if line.strip() and not line.strip().startswith("#")]
    docstring = ast.get_docstring(function) or ""
    return len(code) - len([line for line in docstring.splitlines() if line.strip()])


def depth(node: ast.AST, is_elif: bool = False) -> int:
    """How many blocks lie in one another below *node*; ``elif`` goes no deeper."""
    inner = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.ClassDef | ast.Lambda):
            continue
        chained = isinstance(node, ast.If) and node.orelse == [child]
        inner = max(inner, depth(child, isinstance(child, ast.If) and chained))
    return inner + (isinstance(node, BLOCKS) and not is_elif)
