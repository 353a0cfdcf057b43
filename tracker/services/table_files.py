"""Tables of a page as an Excel workbook to take away."""

from tracker.storage.transactions import end_reading
from tracker.workbook.tables import TableBook


def table_workbook(book: TableBook) -> bytes:
    """The workbook of *book*; the same tables give the same bytes."""
    from tracker.workbook.table_book import table_book_bytes

    end_reading()  # a writer need not wait for the workbook
    return table_book_bytes(book)
