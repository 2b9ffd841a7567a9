"""What is said about workbooks: in the file itself (`labels`) and in chat when it comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.workbook import CellFault, Column, FileFault, Labels


@dataclass(frozen=True)
class WorkbookWords:
    """Every word of this area that is not data. Functions take plain text and give plain text."""

    labels: Labels
    shared: Callable[[str], str]  # the role of a task given to a group, by the group's name
    lead: str
    # sending it
    sent: Callable[[str, int], str]
    which_agency: str
    no_agency: str
    no_tasks: Callable[[str], str]
    # the list of changes
    title: Callable[[str, int], str]
    made: Callable[[str], str]
    done_on: str
    obstacle: str
    adds_evidence: str
    newer: str
    more: Callable[[int], str]
    wrong: Callable[[int], str]
    in_cell: Callable[[int, str, str], str]
    faults: Mapping[CellFault, Callable[[str], str]]
    more_wrong: Callable[[int], str]
    nothing: str
    ready: Callable[[int], str]
    mend: str
    take_all: Callable[[int], str]
    leave: str
    # what came of it
    changed_meanwhile: str
    recorded: Callable[[int, str], str]
    counting: Callable[[int], str]
    to_confirm: Callable[[int], str]
    to_prove: Callable[[int], str]
    claims_came: Callable[[str, int], str]
    see_claims: str
    left: str
    gone: str
    not_your_agency: Callable[[str], str]
    files: Mapping[FileFault, Callable[[str], str]]
    heading: Callable[[Column], str]
