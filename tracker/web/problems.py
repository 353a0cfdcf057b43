"""What the templates ask of a form: the shape of its fields and what is wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Flask
from wtforms import (
    BooleanField,
    Field,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectMultipleField,
)

Problem = tuple[str, str]


def init_app(app: Flask) -> None:
    """Teach the templates to read the errors of forms and fields."""
    app.jinja_env.globals.update(
        form_problems=form_problems,
        field_messages=field_messages,
        described=described,
        field_shape=field_shape,
    )


def field_shape(field: Field) -> str:
    """How a field is drawn: ``hidden``, ``choices``, ``box`` or ``input``."""
    shapes = (
        (HiddenField, "hidden"),
        ((RadioField, SelectMultipleField), "choices"),
        (BooleanField, "box"),
    )
    return next((name for kind, name in shapes if isinstance(field, kind)), "input")


def form_problems(form: Form) -> list[Problem]:
    """Every error of *form*: the id of its input (or empty) and the sentence.

    Those of the form as a whole come first, then the fields in their order, inner
    forms and lists included.
    """
    problems: list[Problem] = [("", str(text)) for text in form.form_errors]
    for field in form:
        problems.extend(_field_problems(field))
    return problems


def _field_problems(field: Field) -> Iterator[Problem]:
    if isinstance(field, FormField):
        yield from form_problems(field.form)
        return
    for message in field_messages(field):
        yield _anchor(field), message
    if isinstance(field, FieldList):
        for entry in field.entries:
            yield from _field_problems(entry)


def _anchor(field: Field) -> str:
    """The input that a link should lead to: of several in one field, the first."""
    parts = (RadioField, SelectMultipleField, FieldList, FormField)
    first = next(iter(field), None) if isinstance(field, parts) else None
    return str(field.id) if first is None else _anchor(first)


def field_messages(field: Field) -> list[str]:
    """The errors of *field* itself, those of the fields in it left out."""
    inner = (Mapping, list, tuple)
    return [str(e) for e in field.errors if e and not isinstance(e, inner)]


def described(field: Field, attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The *attributes* of an input, with what ties it to its hint and its errors."""
    notes = [f"{field.id}-hint"] if field.description else []
    count = len(field_messages(field))
    notes += [f"{field.id}-error{n if n > 1 else ''}" for n in range(1, count + 1)]
    found = dict(attributes)
    if notes:
        found["aria-describedby"] = " ".join(notes)
    if count:
        found["aria-invalid"] = "true"
    return found
