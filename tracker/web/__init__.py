"""The pages of the tracker: a file a blueprint, a folder where it needs more."""

from flask import Flask

from tracker.web import (
    access,
    accounts,
    address,
    analysis,
    api,
    badges,
    bars,
    bottlenecks,
    change,
    changes,
    charts,
    claim_words,
    claims,
    deadlines,
    editing,
    errors,
    events,
    exports,
    facts,
    filters,
    forecast,
    frame,
    headers,
    imports,
    json_answers,
    keeping,
    language,
    lineage,
    method,
    overview,
    paging,
    part_bars,
    problems,
    program_page,
    programs,
    progress,
    reports,
    rows,
    sectors,
    sizes,
    sources,
    templates,
    translate,
    twins,
    undo,
)

# Pages of a view, for everybody: they take plan, as_of, known_on and reading in their
# address and keep them in their links.
PUBLIC = (
    overview,
    programs,
    sectors,
    analysis,
    progress,
    bottlenecks,
    deadlines,
    change,
    forecast,
    lineage,
    sources,
    events,
    changes,
    claims,
    charts,
    reports,
    exports,
    method,
)
# Pages and answers without a view bar. A new blueprint adds its line here.
OTHERS = (twins, accounts, api, editing, imports, undo)
# What follows from the record, the address and the day alone, and so can be kept.
KEPT = (
    overview,
    programs,
    sectors,
    analysis,
    progress,
    bottlenecks,
    deadlines,
    change,
    forecast,
    lineage,
    sources,
    events,
    changes,
    claims,
    method,
    api,
    twins,
)
# What the pages are made with.
TOOLS = (
    access,
    address,
    badges,
    bars,
    change,
    claim_words,
    editing,
    errors,
    facts,
    filters,
    frame,
    headers,
    json_answers,
    keeping,
    language,
    paging,
    part_bars,
    problems,
    program_page,
    rows,
    sizes,
    translate,
    twins,
)


def init_app(app: Flask) -> None:
    """Give *app* its pages."""
    templates.init_app(app)
    app.extensions["tracker.public"] = frozenset(module.bp.name for module in PUBLIC)
    for tool in TOOLS:
        tool.init_app(app)
    for module in PUBLIC:  # here, not on the blueprint: a process may build two apps
        before = app.before_request_funcs.setdefault(module.bp.name, [])
        before.append(address.without_blanks)
    for module in KEPT:
        app.before_request_funcs.setdefault(module.bp.name, []).append(
            keeping.from_shelf
        )
    for module in (*PUBLIC, api, twins):
        app.before_request_funcs.setdefault(module.bp.name, []).append(
            address.check_view
        )
    for module in (*PUBLIC, *OTHERS):
        app.register_blueprint(module.bp)
