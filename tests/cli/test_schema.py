"""``flask db`` hands on to Flask-Migrate, on the tracker's own engine."""


def test_the_schema_of_a_new_database_is_the_newest(app):
    done = app.test_cli_runner().invoke(args=["db", "current"])

    assert done.exit_code == 0, done.output


def test_an_unknown_command_is_refused(app):
    done = app.test_cli_runner().invoke(args=["db", "nonsense"])

    assert done.exit_code == 2
