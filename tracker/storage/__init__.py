"""The database: tables, migrations, reads and writes. Rows never leave this floor."""
