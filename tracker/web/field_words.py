"""What the columns of a page as data are called, and what they tell."""

from collections.abc import Mapping, Sequence

from tracker.domain.words import N_
from tracker.web.translate import gettext

# Columns of dates: whole ones are dates to reckon with, partial ones stay as told.
DAYS = frozenset(
    {
        "adopted_on",
        "as_of",
        "dated",
        "day",
        "due",
        "due_on",
        "ends_on",
        "in_force_on",
        "known_on",
        "last_report_on",
        "met_on",
        "signed_on",
        "starts_on",
        "stated_on",
    }
)
# What the API calls a thing, where words made of its letters would not do.
NAMES: Mapping[str, str] = {
    "as_of": N_("As of"),
    "be": N_("Belarusian"),
    "by_condition": N_("By condition"),
    "by_rule": N_("Record by rule"),
    "claimant": N_("Who"),
    "closure": N_("Left the plan"),
    "counts": N_("Counts"),
    "dated": N_("Date"),
    "en": N_("English"),
    "few": N_("Few programs"),
    "first_share": N_("First place in so many weightings"),
    "grade": N_("Grade"),
    "id": N_("Key"),
    "into_package": N_("Into the plan as a whole"),
    "kind": N_("Kind"),
    "may": N_("May be"),
    "mean_parts": N_("Mean of"),
    "name": N_("In JSON"),
    "of": N_("Of"),
    "open": N_("Open programs"),
    "own": N_("Of this plan"),
    "of_all": N_("Of all plans"),
    "parts": N_("Part"),
    "passed_without_word": N_("Passed without word"),
    "points": N_("Points (parts of one)"),
    "ru": N_("Russian"),
    "scores": N_("Figures by rule"),
    "shares": N_("Weighted part"),
    "title_en": N_("Title, English"),
    "title_ru": N_("Title, Russian"),
    "told": N_("Value"),
    "url": N_("Address"),
    "what": N_("What"),
    "who": N_("Who"),
}
SIDES: Mapping[str, str] = {"by": N_("Belarus"), "ru": N_("Russia")}
MEANINGS: Mapping[str, str] = {
    "added_in": N_("the revision that brought it into the record"),
    "as_of": N_("the day that is asked about"),
    "awaited_by": N_("open programs that wait for it"),
    "basis": N_("on what it rests: stated by a source, or our reading"),
    "bound": N_("a promise (by), or no promise (not before)"),
    "change_count": N_("how many facts the revision changed"),
    "citation_count": N_("how many facts rest on it"),
    "claimed": N_("what the claim allows, its qualifier counted in"),
    "closure": N_("left the plan otherwise than done"),
    "condition": N_("can it move: normal, stalled or blocked"),
    "corrects": N_("the key of the report it puts right"),
    "counts": N_("whether it counts in this view"),
    "dated": N_("when it was said or done, as exactly as is known"),
    "days_passed": N_("days since the date passed without word"),
    "done": N_("programs done, or what they count for"),
    "due": N_("the day by which it is promised"),
    "few": N_("fewer than three open programs: read with care"),
    "field": N_("which part of the fact changed"),
    "grade": N_("how well it is attested, not whether it is true"),
    "heir": N_("what it became in the next plan"),
    "high": N_("the highest it may be"),
    "kind": N_("whose word, or what kind of fact"),
    "known_on": N_("when the public could know it"),
    "last_report_on": N_("the day of the last report that counts"),
    "late_days": N_(
        "days past its date, or past the earliest that passed without word"
    ),
    "low": N_("the lowest it may be"),
    "met_on": N_("the day on which a source says it was met"),
    "of": N_("out of how many"),
    "open_count": N_("programs neither completed nor gone from the plan"),
    "origin": N_("what it was before"),
    "points": N_("what it adds to the figure, as a part of one"),
    "program": N_("code of the program"),
    "programs": N_("codes of programs"),
    "retired_in": N_("the revision that took it out of the record"),
    "reverses": N_("a real step back, said so on purpose"),
    "score": N_("how much it is held up, from 0 to 1"),
    "silent_days": N_("days since the last report that counts"),
    "slip_count": N_("how often the date was moved later"),
    "slip_days": N_("by how many days in all"),
    "sources": N_("where it can be read: keys of sources"),
    "stage": N_("how far: the highest stage reached; empty is not known"),
    "stage_days": N_("days in its present stage"),
    "stated_on": N_("when the date was promised"),
    "timeliness": N_("how it stands to its due date; computed"),
    "title_basis": N_("on what the title rests"),
    "title_translated": N_("languages whose title is our translation"),
    "value": N_("the figure, as a part of one"),
    "verdict": N_("the claim beside the record of its day"),
    "version": N_("how often the row was written"),
}
# Of what is said of these, the way to it tells more than the last word.
READINGS: Mapping[str, str] = {
    "said": N_("every report counts"),
    "shown": N_("only reports with enough evidence count"),
}
TABLES: Mapping[tuple[str, ...], str] = {
    ("arithmetic",): N_("Arithmetic"),
    ("behind",): N_("Reports behind it"),
    ("citations",): N_("What rests on it"),
    ("cited",): N_("Sources"),
    ("figures",): N_("Figures by rule"),
    ("floors",): N_("By evidence asked for"),
    ("latest",): N_("Latest changes"),
    ("open",): N_("Open programs"),
    ("due",): N_("What was due"),
    ("own", "said", "estimate", "completed"): N_("Completed, this plan, said"),
    ("own", "said", "estimate", "left"): N_("Left, this plan, said"),
    ("own", "shown", "estimate", "completed"): N_("Completed, this plan, shown"),
    ("own", "shown", "estimate", "left"): N_("Left, this plan, shown"),
    ("of_all", "said", "estimate", "completed"): N_("Completed, all plans, said"),
    ("of_all", "said", "estimate", "left"): N_("Left, all plans, said"),
    ("of_all", "shown", "estimate", "completed"): N_("Completed, all plans, shown"),
    ("of_all", "shown", "estimate", "left"): N_("Left, all plans, shown"),
    ("plans", "sectors"): N_("Sectors by stage"),
    ("plans", "scores"): N_("Plans by rule"),
    ("sectors", "scores"): N_("Sectors by rule"),
    ("milestones", "statements"): N_("Promises"),
    ("open", "milestones"): N_("Milestones"),
    ("changes", "fields"): N_("Fields"),
    ("claims", "arithmetic"): N_("Arithmetic"),
    ("claims", "behind"): N_("Reports behind it"),
    ("claim", "arithmetic"): N_("Arithmetic"),
    ("claim", "behind"): N_("Reports behind it"),
    ("words",): N_("Words"),
}


def words_of(path: Sequence[str]) -> str:
    """What a column is called: title, English."""
    first, *rest = (_word(name, path) for name in path)
    return ", ".join((first, *(_lower(word) for word in rest)))


def name_of_table(path: Sequence[str]) -> str:
    """What a table is called on its tab."""
    found = TABLES.get(tuple(path))
    return gettext(found) if found else words_of(path)


def meaning_of(path: Sequence[str]) -> str:
    """What a column tells; empty where its name says it all."""
    found = [MEANINGS[path[-1]]] if path[-1] in MEANINGS else []
    found += [READINGS[name] for name in path if name in READINGS]
    return "; ".join(map(gettext, found))


def _word(name: str, path: Sequence[str]) -> str:
    if path[0] == "responsible" and name in SIDES:
        return gettext(SIDES[name])
    if name in NAMES:
        return gettext(NAMES[name])
    return name if "." in name else name.replace("_", " ").capitalize()


def _lower(word: str) -> str:
    """A word inside a name; names of languages keep their capital in English."""
    is_name = word in {gettext(NAMES[name]) for name in ("en", "ru", "be")}
    return word if is_name else word[:1].lower() + word[1:]
