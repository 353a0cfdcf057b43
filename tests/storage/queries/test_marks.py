"""The mark of the record: it changes whenever the record does, and only then."""

import pytest
from sqlalchemy import text

from tests.storage.filling import fill_revisions
from tracker.domain.errors import Unavailable
from tracker.storage import queries
from tracker.storage.database import db
from tracker.storage.transactions import (
    connection,
    end_reading,
    transaction,
    while_reading,
)


@pytest.mark.parametrize("mark", [queries.record_mark, queries.glance_at_mark])
@pytest.mark.usefixtures("bare_database")
def test_a_revision_changes_the_mark(mark):
    before = mark()
    end_reading()
    with transaction():
        fill_revisions(1)

    after = mark()
    end_reading()

    assert before[1] == 0
    assert after[1] == 1
    assert mark() == after


@pytest.mark.usefixtures("bare_database")
def test_a_glance_opens_no_transaction():
    queries.glance_at_mark()

    assert not db.session().in_transaction()


@pytest.mark.usefixtures("bare_database")
def test_a_glance_at_a_record_without_tables_says_what_to_do():
    with transaction():
        connection().execute(text("ALTER TABLE revision RENAME TO elsewhere"))

    with pytest.raises(Unavailable, match="flask init"):
        queries.glance_at_mark()


@pytest.mark.usefixtures("bare_database")
def test_nothing_found_is_kept_past_the_reading():
    found = []

    def find() -> int:
        connection()
        found.append(1)
        return len(found)

    assert (while_reading(find), while_reading(find)) == (1, 1)
    end_reading()
    assert while_reading(find) == 2


@pytest.mark.usefixtures("bare_database")
def test_inside_a_transaction_it_is_found_every_time():
    found = []

    def find() -> int:
        found.append(1)
        return len(found)

    with transaction():
        assert (while_reading(find), while_reading(find)) == (1, 2)
