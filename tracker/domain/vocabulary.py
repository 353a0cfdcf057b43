"""The vocabularies of the record. Every code that a cell may hold stands here once."""

from tracker.domain.words import N_, Word


class Stage(Word):
    """How far a program has come; the order is the ladder."""

    NOT_STARTED = "not_started", N_("Not started")
    NEGOTIATING = "negotiating", N_("Negotiating")
    AGREED = "agreed", N_("Agreed")
    APPROVED = "approved", N_("Approved")
    IN_PROGRESS = "in_progress", N_("In progress")
    PARTLY_DONE = "partly_done", N_("Partly done")
    COMPLETED = "completed", N_("Completed")


class Condition(Word):
    """Whether a program can move."""

    NORMAL = "normal", N_("Normal")
    STALLED = "stalled", N_("Stalled")
    BLOCKED = "blocked", N_("Blocked")


class Closure(Word):
    """How a program left its plan otherwise than done."""

    CARRIED_OVER = "carried_over", N_("Carried over")
    SUPERSEDED = "superseded", N_("Superseded")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Timeliness(Word):
    """How a program stands to its due date; computed, never typed."""

    NO_DEADLINE = "no_deadline", N_("No deadline runs")
    NOT_DUE = "not_due", N_("Not due yet")
    DUE_SOON = "due_soon", N_("Due soon")
    OVERDUE = "overdue", N_("Overdue")
    DONE_ON_TIME = "done_on_time", N_("Done on time")
    DONE_LATE = "done_late", N_("Done late")


class Side(Word):
    """Whose step a report is about."""

    JOINT = "joint", N_("Both sides")
    BY = "by", N_("Belarus")
    RU = "ru", N_("Russia")


class ReportKind(Word):
    """Whose word a report is."""

    OFFICIAL_CLAIM = "official_claim", N_("Official claim")
    INDEPENDENT_ASSESSMENT = "independent_assessment", N_("Independent assessment")
    LEGAL_ACT = "legal_act", N_("Legal act")


class NumberBasis(Word):
    """On what the number of a program rests."""

    OFFICIAL = "official", N_("printed by a source")
    OURS = "ours", N_("our order, not an official number")


class TitleBasis(Word):
    """On what the title of a program rests."""

    OFFICIAL = "official", N_("taken from an official text")
    PRESS = "press", N_("named by the press, not an official title")
    INFERRED = "inferred", N_("topic reported, wording ours")
    UNPUBLISHED = "unpublished", N_("known to exist, topic not published")


class Bound(Word):
    """What kind of word a due date is."""

    BY = "by", N_("by (a promise)")
    NOT_BEFORE = "not_before", N_("not before (no promise)")


class Metric(Word):
    """What a claim about a whole plan counts."""

    SHARE_COMPLETED = "share_completed", N_("Share completed")
    COUNT_COMPLETED = "count_completed", N_("Number completed")
    COUNT_AGREED = "count_agreed", N_("Number agreed")
    COUNT_OPEN = "count_open", N_("Number open")
    COUNT_TOTAL = "count_total", N_("Number in all")
    MEASURES_COMPLETED = "measures_completed", N_("Measures completed")
    MEASURES_TOTAL = "measures_total", N_("Measures in all")
    COUNT_LATE = "count_late", N_("Number late")
    OTHER = "other", N_("Other statement")


class Unit(Word):
    """The unit of a claim's figures."""

    PERCENT_OF_MEASURES = "percent_of_measures", N_("% of measures")
    PERCENT_OF_PROGRAMS = "percent_of_programs", N_("% of programs")
    PERCENT_UNSPECIFIED = "percent_unspecified", N_("% (of what is not said)")
    PROGRAMS = "programs", N_("programs")
    ROAD_MAPS = "road_maps", N_("road maps")
    MEASURES = "measures", N_("measures")
    PERCENT_OF_ROAD_MAPS = "percent_of_road_maps", N_("% of road maps")
    PERCENT_OF_FUNCTIONS = "percent_of_functions", N_("% of functions")
    YEARS = "years", N_("years")
    YEAR = "year", N_("year")
    BODIES = "bodies", N_("bodies")
    CLAUSES = "clauses", N_("clauses")
    SECTIONS = "sections", N_("sections")
    ACTION_PLANS = "action_plans", N_("action plans")
    QUESTION_GROUPS = "question_groups", N_("groups of questions")
    DIRECTIONS = "directions", N_("directions")


class Relation(Word):
    """What became of an item in the next plan."""

    RENAMED = "renamed", N_("renamed")
    MERGED = "merged", N_("merged")
    CARRIED_OVER = "carried_over", N_("carried over")
    DROPPED = "dropped", N_("dropped")


class LineageBasis(Word):
    """On what a lineage row rests."""

    STATED = "stated", N_("stated by a source")
    MATCHED = "matched", N_("matched by us")


class DependencyBasis(Word):
    """On what a dependency rests."""

    STATED = "stated", N_("stated by a source")
    INFERRED = "inferred", N_("the order is our reading")


class ActKind(Word):
    """What kind of paper an act is."""

    TREATY = "treaty", N_("Treaty")
    AGREEMENT = "agreement", N_("Agreement")
    PROTOCOL = "protocol", N_("Protocol")
    DECREE = "decree", N_("Decree")
    ORDER = "order", N_("Order")
    RESOLUTION = "resolution", N_("Resolution")
    RATIFICATION = "ratification", N_("Ratification")
    STATEMENT = "statement", N_("Statement")
    LIST = "list", N_("List")
    PROGRAMME = "programme", N_("Programme of action")
    ROAD_MAP = "road_map", N_("Road map")
    REQUIREMENT = "requirement", N_("Requirement")
    DOCUMENTS = "documents", N_("Documents")
    STRATEGY = "strategy", N_("Strategy")


class EventKind(Word):
    """What kind of event it was."""

    MEETING = "meeting", N_("Meeting")
    VISIT = "visit", N_("Visit")
    FORUM = "forum", N_("Forum")
    CONTRACT = "contract", N_("Contract")
    STATEMENT = "statement", N_("Statement")
    OPENING = "opening", N_("Opening")
    TREND = "trend", N_("Weekly trend")
    OTHER = "other", N_("Other")


class Trend(Word):
    """The weekly verdict of the analysts."""

    IMPROVED = "improved", N_("improved")
    UNCHANGED = "unchanged", N_("unchanged")
    WORSENED = "worsened", N_("worsened")


class SourceType(Word):
    """Who publishes a source."""

    OFFICIAL = "official", N_("Official body")
    STATE_MEDIA = "state_media", N_("State media")
    INDEPENDENT_MEDIA = "independent_media", N_("Independent media")
    THINK_TANK = "think_tank", N_("Think tank")
    LAW_TEXT = "law_text", N_("Text of law")
    ACADEMIC = "academic", N_("Academic work")
    ENCYCLOPEDIA = "encyclopedia", N_("Encyclopedia")


class SourceGrade(Word):
    """What kind of page a source is; not whether what it says is true."""

    A = "A", N_("official text of law")
    B = "B", N_("an official body's own publication")
    C = "C", N_("established news agency or newspaper")
    D = "D", N_("state or party media")
    E = "E", N_("independent analysis")
    F = "F", N_("repost, mirror, retelling or machine translation")


class EvidenceGrade(Word):
    """How well a report is attested; computed from its kind and sources."""

    E0 = "E0", N_("reposts only")
    E1 = "E1", N_("an official claim from one ordinary publisher")
    E2 = "E2", N_("an official claim well attested, or an act weakly attested")
    E3 = "E3", N_("a legal act well attested")
    E4 = "E4", N_("an independent assessment")
