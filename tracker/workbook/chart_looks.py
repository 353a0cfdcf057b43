"""How bars of native Excel charts look: a colour, and a hatch beside the colour."""

from typing import NamedTuple

from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.fill import ColorChoice, PatternFillProperties
from openpyxl.drawing.line import LineProperties


class BarLook(NamedTuple):
    """A colour, the hatch on it by its name in Excel, and the ink of the hatch."""

    face: str
    hatch: str = ""
    ink: str = ""

    def outlined(self, line: str) -> GraphicalProperties:
        """The look for openpyxl, with an outline in the colour *line*."""
        graphics = GraphicalProperties(solidFill=None if self.hatch else self.face)
        if self.hatch:
            graphics.pattFill = PatternFillProperties(
                prst=self.hatch,
                fgClr=ColorChoice(srgbClr=self.ink),
                bgClr=ColorChoice(srgbClr=self.face),
            )
        graphics.line = LineProperties(solidFill=line)
        return graphics
