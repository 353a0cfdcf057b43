"""The blueprint of the API and the words of an address that its answers share."""

from flask import Blueprint, request

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.web.address import chosen_plan

bp = Blueprint("api", __name__, url_prefix="/api/v1")


def the_plan() -> str:
    """The plan an address names; raises BadInput where it names none."""
    code = chosen_plan()
    if code is None:
        raise BadInput(
            N_("Say which plan: add plan=CODE. The codes are at /api/v1/plans."),
            field="plan",
        )
    return code


def whole(address: str) -> str:
    """An address of ours as it is called from elsewhere."""
    return request.host_url.rstrip("/") + address
