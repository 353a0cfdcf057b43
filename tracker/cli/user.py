"""``flask user``: who may sign in, and as what."""

import sys
from typing import Any

import click

from tracker.cli.boundary import Group, json_option, print_json
from tracker.domain.accounts import SHORTEST_PASSWORD, Account, Role
from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.services import users

name_argument = click.argument("name")
role_option = click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    required=True,
    help="What the account may do: read, edit the record, or also manage.",
)
password_option = click.option(
    "--password-stdin",
    is_flag=True,
    help="Read the password from standard input instead of asking for it.",
)


@click.group(cls=Group)
def user() -> None:
    """Add people and change what they may do."""


@user.command()
@name_argument
@role_option
@password_option
def add(name: str, role: str, password_stdin: bool) -> None:
    """Add an account. NAME is what one signs in with and what the record shows."""
    account = users.add(name, read_password(password_stdin), Role(role))
    click.echo(f"Added {describe(account)}.")


@user.command(name="role")
@name_argument
@click.argument("role", type=click.Choice([role.value for role in Role]))
def change_role(name: str, role: str) -> None:
    """Let an account do what ROLE may."""
    account = users.change_role(name, Role(role))
    click.echo(f"{account.name} is {account.role.label.lower()} now.")


@user.command()
@name_argument
@password_option
def password(name: str, password_stdin: bool) -> None:
    """Give an account a new password; whoever is signed in with it is signed out."""
    users.account(name)
    account = users.change_password(name, read_password(password_stdin))
    click.echo(f"{account.name} has a new password.")


@user.command()
@name_argument
def deactivate(name: str) -> None:
    """Close an account; what its owner entered stays in the record."""
    account = users.set_active(name, False)
    click.echo(f"{account.name} can no longer sign in.")


@user.command()
@name_argument
def activate(name: str) -> None:
    """Open a closed account again."""
    account = users.set_active(name, True)
    click.echo(f"{account.name} can sign in again.")


@user.command(name="list")
@json_option
def list_users(as_json: bool) -> None:
    """List the accounts."""
    accounts = users.accounts()
    if as_json:
        print_json({"users": [as_values(account) for account in accounts]})
        return
    if not accounts:
        click.echo(
            "There is no account yet. Add one: flask user add NAME --role administrator"
        )
    for account in accounts:
        click.echo(describe(account))


def read_password(from_stdin: bool) -> str:
    """The password: the first line of standard input, or asked for twice, unseen."""
    if not from_stdin:
        return asked_for()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        raise BadInput(
            N_("The password is not written in UTF-8. Type it instead."),
            field="password",
        ) from None
    return line.rstrip("\r\n")


def asked_for() -> str:
    """The password as typed; raises BadInput where nobody types one."""
    try:
        return str(
            click.prompt(
                f"Password (at least {SHORTEST_PASSWORD} characters)",
                hide_input=True,
                confirmation_prompt="The same once more",
            )
        )
    except click.Abort:
        raise BadInput(
            N_(
                "No password was typed; nothing was changed. Type one on a terminal, "
                "or send it with --password-stdin."
            ),
            field="password",
        ) from None


def describe(account: Account) -> str:
    """An account in one line."""
    closed = "" if account.is_active else ", closed"
    return f"{account.name} ({account.role.label.lower()}{closed})"


def as_values(account: Account) -> dict[str, Any]:
    """An account for a program to read; never its password's hash."""
    return {
        "name": account.name,
        "role": account.role.value,
        "is_active": account.is_active,
    }
