"""The tables of the record.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Those that refer to others first.
TABLES = (
    "report_source",
    "lineage_source",
    "dependency_source",
    "deadline_source",
    "report",
    "program_source",
    "lineage",
    "event_program",
    "dependency",
    "deadline",
    "claim_source",
    "act_source",
    "act_program",
    "program",
    "plan_source",
    "event_source",
    "claim",
    "act",
    "source",
    "sector",
    "plan",
    "event",
    "change",
    "revision",
    "sign_in_tries",
    "account",
)


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("login <> ''", name=op.f("ck_account_login_given")),
        sa.CheckConstraint(
            "password_hash <> ''", name=op.f("ck_account_password_hash_given")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login", name="uq_account_login"),
    )
    op.create_table(
        "sign_in_tries",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("count >= 1", name=op.f("ck_sign_in_tries_count_from_one")),
        sa.PrimaryKeyConstraint("login", name="pk_sign_in_tries"),
    )
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("change_count", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_revision_number_from_one")),
        sa.PrimaryKeyConstraint("number", name="pk_revision"),
        sa.UniqueConstraint("token", name="uq_revision_token"),
    )
    op.create_table(
        "change",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("replaces", sa.String(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("earlier", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["revision"], ["revision.number"], name="fk_change_revision"
        ),
        sa.PrimaryKeyConstraint("revision", "position", name="pk_change"),
    )
    op.create_index("ix_change_kind_key", "change", ["kind", "key"])
    op.create_index("ix_change_program_revision", "change", ["program", "revision"])
    op.create_table(
        "event",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dated", sa.String(), nullable=False),
        sa.Column("dated_first", sa.Date(), nullable=False),
        sa.Column("dated_last", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("amount", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("trend", sa.String(), nullable=True),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "amount IS NULL OR currency <> ''",
            name=op.f("ck_event_amount_has_currency"),
        ),
        sa.CheckConstraint(
            "dated_first <= dated_last", name=op.f("ck_event_dated_in_order")
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_event_retired_after_added")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_event_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_event_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_event_retired_in"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_event"),
    )
    op.create_table(
        "plan",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("title_ru", sa.String(), nullable=False),
        sa.Column("title_be", sa.String(), nullable=False),
        sa.Column("adopted_on", sa.String(), nullable=True),
        sa.Column("adopted_on_first", sa.Date(), nullable=True),
        sa.Column("adopted_on_last", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.String(), nullable=True),
        sa.Column("starts_on_first", sa.Date(), nullable=True),
        sa.Column("starts_on_last", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.String(), nullable=True),
        sa.Column("ends_on_first", sa.Date(), nullable=True),
        sa.Column("ends_on_last", sa.Date(), nullable=True),
        sa.Column("item_count", sa.Integer(), nullable=True),
        sa.Column("item_noun", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "adopted_on_first <= adopted_on_last",
            name=op.f("ck_plan_adopted_on_in_order"),
        ),
        sa.CheckConstraint(
            "ends_on_first <= ends_on_last", name=op.f("ck_plan_ends_on_in_order")
        ),
        sa.CheckConstraint(
            "item_count >= 0", name=op.f("ck_plan_item_count_from_zero")
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_plan_retired_after_added")
        ),
        sa.CheckConstraint(
            "starts_on_first <= starts_on_last", name=op.f("ck_plan_starts_on_in_order")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_plan_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_plan_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_plan_retired_in"
        ),
        sa.PrimaryKeyConstraint("code", name="pk_plan"),
    )
    op.create_table(
        "sector",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("title_ru", sa.String(), nullable=False),
        sa.Column("title_be", sa.String(), nullable=False),
        sa.Column("sort", sa.Integer(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_sector_retired_after_added")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_sector_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_sector_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_sector_retired_in"
        ),
        sa.PrimaryKeyConstraint("code", name="pk_sector"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("dated", sa.String(), nullable=True),
        sa.Column("dated_first", sa.Date(), nullable=True),
        sa.Column("dated_last", sa.Date(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("grade <> ''", name=op.f("ck_source_grade_given")),
        sa.CheckConstraint(
            "dated_first <= dated_last", name=op.f("ck_source_dated_in_order")
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_source_retired_after_added")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_source_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_source_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_source_retired_in"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
    )
    op.create_table(
        "act",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signed_on", sa.String(), nullable=True),
        sa.Column("signed_on_first", sa.Date(), nullable=True),
        sa.Column("signed_on_last", sa.Date(), nullable=True),
        sa.Column("in_force_on", sa.String(), nullable=True),
        sa.Column("in_force_on_first", sa.Date(), nullable=True),
        sa.Column("in_force_on_last", sa.Date(), nullable=True),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("title_ru", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "in_force_on_first <= in_force_on_last",
            name=op.f("ck_act_in_force_on_in_order"),
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_act_retired_after_added")
        ),
        sa.CheckConstraint(
            "signed_on_first <= signed_on_last", name=op.f("ck_act_signed_on_in_order")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_act_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_act_added_in"
        ),
        sa.ForeignKeyConstraint(["plan"], ["plan.code"], name="fk_act_plan"),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_act_retired_in"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_act"),
    )
    op.create_index("ix_act_plan", "act", ["plan"])
    op.create_table(
        "claim",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dated", sa.String(), nullable=False),
        sa.Column("dated_first", sa.Date(), nullable=False),
        sa.Column("dated_last", sa.Date(), nullable=False),
        sa.Column("claimant", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("metric", sa.String(), nullable=False),
        sa.Column("low", sa.Numeric(), nullable=True),
        sa.Column("high", sa.Numeric(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "corrects <> number", name=op.f("ck_claim_corrects_another")
        ),
        sa.CheckConstraint(
            "dated_first <= dated_last", name=op.f("ck_claim_dated_in_order")
        ),
        sa.CheckConstraint("low <= high", name=op.f("ck_claim_figures_in_order")),
        sa.CheckConstraint("low >= 0", name=op.f("ck_claim_low_from_zero")),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_claim_retired_after_added")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_claim_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_claim_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["corrects"], ["claim.number"], name="fk_claim_corrects"
        ),
        sa.ForeignKeyConstraint(["plan"], ["plan.code"], name="fk_claim_plan"),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_claim_retired_in"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_claim"),
    )
    op.create_index("ix_claim_plan", "claim", ["plan"])
    op.create_table(
        "event_source",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_event_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["event.number"], name="fk_event_source_owner"
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_event_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_event_source"),
    )
    op.create_index("ix_event_source_source", "event_source", ["source"])
    op.create_table(
        "plan_source",
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_plan_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(["owner"], ["plan.code"], name="fk_plan_source_owner"),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_plan_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_plan_source"),
    )
    op.create_index("ix_plan_source_source", "plan_source", ["source"])
    op.create_table(
        "program",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("number_basis", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("title_ru", sa.String(), nullable=False),
        sa.Column("title_be", sa.String(), nullable=False),
        sa.Column("title_translated", sa.String(), nullable=False),
        sa.Column("title_basis", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("responsible_by", sa.String(), nullable=False),
        sa.Column("responsible_ru", sa.String(), nullable=False),
        sa.Column("starts_on", sa.String(), nullable=True),
        sa.Column("starts_on_first", sa.Date(), nullable=True),
        sa.Column("starts_on_last", sa.Date(), nullable=True),
        sa.Column("due_on", sa.String(), nullable=True),
        sa.Column("due_on_first", sa.Date(), nullable=True),
        sa.Column("due_on_last", sa.Date(), nullable=True),
        sa.Column("measures_total", sa.Integer(), nullable=True),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "due_on_first <= due_on_last", name=op.f("ck_program_due_on_in_order")
        ),
        sa.CheckConstraint(
            "measures_total >= 0", name=op.f("ck_program_measures_total_from_zero")
        ),
        sa.CheckConstraint("number >= 0", name=op.f("ck_program_number_from_zero")),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_program_retired_after_added")
        ),
        sa.CheckConstraint(
            "starts_on_first <= starts_on_last",
            name=op.f("ck_program_starts_on_in_order"),
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_program_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_program_added_in"
        ),
        sa.ForeignKeyConstraint(["plan"], ["plan.code"], name="fk_program_plan"),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_program_retired_in"
        ),
        sa.ForeignKeyConstraint(["sector"], ["sector.code"], name="fk_program_sector"),
        sa.PrimaryKeyConstraint("code", name="pk_program"),
    )
    op.create_index("ix_program_plan", "program", ["plan"])
    op.create_index("ix_program_sector", "program", ["sector"])
    op.create_table(
        "act_program",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_act_program_position_from_zero")
        ),
        sa.ForeignKeyConstraint(["owner"], ["act.number"], name="fk_act_program_owner"),
        sa.ForeignKeyConstraint(
            ["program"], ["program.code"], name="fk_act_program_program"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_act_program"),
    )
    op.create_index("ix_act_program_program", "act_program", ["program"])
    op.create_table(
        "act_source",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_act_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(["owner"], ["act.number"], name="fk_act_source_owner"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_act_source_source"),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_act_source"),
    )
    op.create_index("ix_act_source_source", "act_source", ["source"])
    op.create_table(
        "claim_source",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_claim_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["claim.number"], name="fk_claim_source_owner"
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_claim_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_claim_source"),
    )
    op.create_index("ix_claim_source_source", "claim_source", ["source"])
    op.create_table(
        "deadline",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("milestone", sa.String(), nullable=False),
        sa.Column("stated_on", sa.String(), nullable=False),
        sa.Column("stated_on_first", sa.Date(), nullable=False),
        sa.Column("stated_on_last", sa.Date(), nullable=False),
        sa.Column("due", sa.String(), nullable=False),
        sa.Column("due_first", sa.Date(), nullable=False),
        sa.Column("due_last", sa.Date(), nullable=False),
        sa.Column("bound", sa.String(), nullable=False),
        sa.Column("met_on", sa.String(), nullable=True),
        sa.Column("met_on_first", sa.Date(), nullable=True),
        sa.Column("met_on_last", sa.Date(), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("known_day", sa.Date(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "corrects <> number", name=op.f("ck_deadline_corrects_another")
        ),
        sa.CheckConstraint(
            "due_first <= due_last", name=op.f("ck_deadline_due_in_order")
        ),
        sa.CheckConstraint(
            "met_on_first <= met_on_last", name=op.f("ck_deadline_met_on_in_order")
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_deadline_retired_after_added")
        ),
        sa.CheckConstraint(
            "stated_on_first <= stated_on_last",
            name=op.f("ck_deadline_stated_on_in_order"),
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_deadline_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_deadline_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["corrects"], ["deadline.number"], name="fk_deadline_corrects"
        ),
        sa.ForeignKeyConstraint(
            ["program"], ["program.code"], name="fk_deadline_program"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_deadline_retired_in"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_deadline"),
    )
    op.create_index("ix_deadline_program", "deadline", ["program"])
    op.create_table(
        "dependency",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("waits_for", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "program <> waits_for", name=op.f("ck_dependency_waits_for_another")
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_dependency_retired_after_added")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_dependency_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_dependency_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["program"], ["program.code"], name="fk_dependency_program"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_dependency_retired_in"
        ),
        sa.ForeignKeyConstraint(
            ["waits_for"], ["program.code"], name="fk_dependency_waits_for"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_dependency"),
    )
    op.create_index("ix_dependency_program", "dependency", ["program"])
    op.create_index("ix_dependency_waits_for", "dependency", ["waits_for"])
    op.create_table(
        "event_program",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_event_program_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["event.number"], name="fk_event_program_owner"
        ),
        sa.ForeignKeyConstraint(
            ["program"], ["program.code"], name="fk_event_program_program"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_event_program"),
    )
    op.create_index("ix_event_program_program", "event_program", ["program"])
    op.create_table(
        "lineage",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin_program", sa.String(), nullable=True),
        sa.Column("origin_plan", sa.String(), nullable=True),
        sa.Column("heir_program", sa.String(), nullable=True),
        sa.Column("heir_plan", sa.String(), nullable=True),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(origin_program IS NULL) <> (origin_plan IS NULL)",
            name=op.f("ck_lineage_one_origin"),
        ),
        sa.CheckConstraint(
            "heir_program IS NULL OR heir_plan IS NULL",
            name=op.f("ck_lineage_one_heir_at_most"),
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_lineage_retired_after_added")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_lineage_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_lineage_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["heir_plan"], ["plan.code"], name="fk_lineage_heir_plan"
        ),
        sa.ForeignKeyConstraint(
            ["heir_program"], ["program.code"], name="fk_lineage_heir_program"
        ),
        sa.ForeignKeyConstraint(
            ["origin_plan"], ["plan.code"], name="fk_lineage_origin_plan"
        ),
        sa.ForeignKeyConstraint(
            ["origin_program"], ["program.code"], name="fk_lineage_origin_program"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_lineage_retired_in"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_lineage"),
    )
    op.create_index("ix_lineage_heir_plan", "lineage", ["heir_plan"])
    op.create_index("ix_lineage_heir_program", "lineage", ["heir_program"])
    op.create_index("ix_lineage_origin_plan", "lineage", ["origin_plan"])
    op.create_index("ix_lineage_origin_program", "lineage", ["origin_program"])
    op.create_table(
        "program_source",
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_program_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["program.code"], name="fk_program_source_owner"
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_program_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_program_source"),
    )
    op.create_index("ix_program_source_source", "program_source", ["source"])
    op.create_table(
        "report",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("dated", sa.String(), nullable=False),
        sa.Column("dated_first", sa.Date(), nullable=False),
        sa.Column("dated_last", sa.Date(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("closure", sa.String(), nullable=True),
        sa.Column("reverses", sa.Boolean(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("percent", sa.Numeric(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("known_day", sa.Date(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("stage_rank", sa.Integer(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("added_in", sa.Integer(), nullable=False),
        sa.Column("retired_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "grade BETWEEN 'E0' AND 'E4'", name=op.f("ck_report_grade_in_range")
        ),
        sa.CheckConstraint(
            "corrects <> number", name=op.f("ck_report_corrects_another")
        ),
        sa.CheckConstraint(
            "dated_first <= dated_last", name=op.f("ck_report_dated_in_order")
        ),
        sa.CheckConstraint(
            "percent BETWEEN 0 AND 100", name=op.f("ck_report_percent_in_range")
        ),
        sa.CheckConstraint(
            "retired_in > added_in", name=op.f("ck_report_retired_after_added")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_report_version_from_one")),
        sa.ForeignKeyConstraint(
            ["added_in"], ["revision.number"], name="fk_report_added_in"
        ),
        sa.ForeignKeyConstraint(
            ["corrects"], ["report.number"], name="fk_report_corrects"
        ),
        sa.ForeignKeyConstraint(
            ["program"], ["program.code"], name="fk_report_program"
        ),
        sa.ForeignKeyConstraint(
            ["retired_in"], ["revision.number"], name="fk_report_retired_in"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_report"),
    )
    op.create_index(
        "ix_report_closure",
        "report",
        ["program", "place"],
        sqlite_where=sa.text("closure IS NOT NULL"),
        postgresql_where=sa.text("closure IS NOT NULL"),
    )
    op.create_index(
        "ix_report_grade",
        "report",
        ["program", "grade", "place", "retired_in"],
    )
    op.create_index("ix_report_place", "report", ["program", "place", "retired_in"])
    op.create_index(
        "ix_report_reverses",
        "report",
        ["program", "place"],
        sqlite_where=sa.text("reverses"),
        postgresql_where=sa.text("reverses"),
    )
    op.create_index(
        "ix_report_told_ahead",
        "report",
        ["known_day"],
        sqlite_where=sa.text("day > known_day"),
        postgresql_where=sa.text("day > known_day"),
    )
    op.create_index(
        "ix_report_stage",
        "report",
        ["program", "stage_rank", "place", "retired_in"],
    )
    op.create_index(
        "ix_report_stage_grade",
        "report",
        ["program", "stage_rank", "grade", "place", "retired_in"],
    )
    op.create_table(
        "deadline_source",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_deadline_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["deadline.number"], name="fk_deadline_source_owner"
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_deadline_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_deadline_source"),
    )
    op.create_index("ix_deadline_source_source", "deadline_source", ["source"])
    op.create_table(
        "dependency_source",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_dependency_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["dependency.number"], name="fk_dependency_source_owner"
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_dependency_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_dependency_source"),
    )
    op.create_index("ix_dependency_source_source", "dependency_source", ["source"])
    op.create_table(
        "lineage_source",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_lineage_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["lineage.number"], name="fk_lineage_source_owner"
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_lineage_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_lineage_source"),
    )
    op.create_index("ix_lineage_source_source", "lineage_source", ["source"])
    op.create_table(
        "report_source",
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "position >= 0", name=op.f("ck_report_source_position_from_zero")
        ),
        sa.ForeignKeyConstraint(
            ["owner"], ["report.number"], name="fk_report_source_owner"
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name="fk_report_source_source"
        ),
        sa.PrimaryKeyConstraint("owner", "position", name="pk_report_source"),
    )
    op.create_index("ix_report_source_source", "report_source", ["source"])


def downgrade() -> None:
    """Take every table away, and the record with them."""
    for name in TABLES:
        op.drop_table(name)
