"""One report of a sweep: question, settings, answers, figures, worlds, intervals, assumptions, limits.

Every number can be traced: a figure names its table, a table its query, a line of it a run and its command.
"""

from analysis.report.html import as_html
from analysis.report.paper import as_pdf
from analysis.report.parts import Part, answered
from analysis.report.pictures import pictures

__all__ = ["Part", "answered", "as_html", "as_pdf", "pictures"]
