"""Lineage: every matter through the plans, stated and matched told apart."""

from tests.web.public_record import GAS, HEIR, OIL
from tests.web.reading import part_of, rows_of_page, words_of_page


def test_a_matter_stands_in_one_row_from_plan_to_plan(reader):
    page = reader.get("/lineage")

    assert (
        f"Test gas {GAS} In progress carried over {HEIR} , stated by a source "
        f"Test Daily, 1 May 2022 C Test gas, again {HEIR} Not known"
    ) in rows_of_page(page)
    assert f"Test oil {OIL} Completed" in rows_of_page(page)


def test_the_finding_counts_items_that_went_on(reader):
    page = reader.get("/lineage")

    words = words_of_page(page)
    assert "1 of 5 items of the earlier plans went on as items of the next" in words
    assert "TEST2021 carried over 1 0" in part_of(page, "went-on")


def test_a_plan_that_had_not_begun_is_not_told_of(reader):
    page = reader.get("/lineage?as_of=2023-12-31")

    assert HEIR not in words_of_page(page)
    assert words_of_page(page).count("Nothing is known yet to have become") == 1


def test_matters_can_be_narrowed_to_a_plan_or_a_sector(reader):
    of_heir = reader.get("/lineage?plan=NEXT2024")
    assert GAS in words_of_page(of_heir)
    assert OIL not in words_of_page(of_heir)

    none = reader.get("/lineage?sector=trade&plan=NEXT2024")
    assert "No matter of this plan, sector and day is in the record." in words_of_page(
        none
    )


def test_the_passages_are_there_as_data(reader):
    [passage] = reader.get("/lineage.json").json["passages"]
    assert (passage["origin"], passage["heir"], passage["basis"]) == (
        GAS,
        HEIR,
        "stated",
    )
    table = reader.get("/lineage.csv").get_data(as_text=True)
    assert table.lstrip("\ufeff").startswith("key,origin,")


def test_gas_goes_from_road_map_to_union_program_to_the_latest_plan(researcher):
    page = researcher.get("/lineage?sector=energy")

    [gas] = [row for row in rows_of_page(page) if "RM2019-03" in row]
    assert gas.index("RM2019-03") < gas.index("UP2021-15") < gas.index("MD2024-07")
    assert "renamed UP2021-15 , stated by a source" in gas
    [oil] = [row for row in rows_of_page(page) if "RM2019-04" in row]
    assert "renamed UP2021-16 , matched by us" in oil


def test_packages_and_dropped_items_are_said_to_be_so(researcher):
    words = words_of_page(researcher.get("/lineage?plan=RM2019"))

    assert "renamed, into the package as a whole, matched by us" in words
    assert "dropped, stated by a source" in words
