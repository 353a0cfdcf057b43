"""The editors' forms: what is particular to a kind stands in ``kinds``, once.

Every form goes one way (``flow``), whether it adds a fact, corrects or retires it.
"""

from tracker.web.editing import add, correct, retire
from tracker.web.editing.blueprint import bp
from tracker.web.editing.links import init_app

__all__ = ["add", "bp", "correct", "init_app", "retire"]
