"""The database of the application: its session, and the base of every table."""

from typing import TYPE_CHECKING, Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, MetaData
from sqlalchemy.orm import DeclarativeBase

from tracker.storage.engine import make_engine, read_address

if TYPE_CHECKING:
    from flask import Flask

# Every constraint has a name, so that migrations can speak of it.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every table: plain SQLAlchemy, which knows no Flask."""

    metadata = MetaData(naming_convention=NAMES)


class Database(SQLAlchemy):
    """Flask-SQLAlchemy on engines of the one factory."""

    def _make_engine(
        self, bind_key: str | None, options: dict[str, Any], app: "Flask"
    ) -> Engine:
        return make_engine(**options)


db = Database(model_class=Base, disable_autonaming=True, add_models_to_shell=False)


def init_app(app: "Flask") -> None:
    """Open the database of ``SQLALCHEMY_DATABASE_URI`` for *app*.

    Raises BadInput for a URL that no database of ours can have.
    """
    # First, because Flask-SQLAlchemy would fail on such a URL in words of its own.
    read_address(app.config["SQLALCHEMY_DATABASE_URI"])
    db.init_app(app)
