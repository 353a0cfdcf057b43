"""A function of SQL that databases call by different names."""

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class Greatest(GenericFunction[int]):
    """The greatest of its arguments; SQLite calls that max."""

    name = "greatest"
    type = BigInteger()
    inherit_cache = True


@compiles(Greatest, "sqlite")
def _max(element: Greatest, compiler: Any, **options: Any) -> str:
    return f"max({compiler.process(element.clauses, **options)})"
