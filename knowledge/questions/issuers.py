"""Who issued a directive, named with it: "Thông báo 17 của Trung ương", "the Prime Minister's notice"."""

import re
from collections.abc import Iterator, Sequence

from knowledge.agencies import Registry
from knowledge.directives import Directive
from knowledge.mentions import Mention
from knowledge.questions.dated import Named

_OF = r"(?:,? (?:cua|do|of|by|from|issued by|signed by)(?: (?:the|dong chi))? )"
# What people call those at the centre who issue directives; no agency of its own.
_CENTRE = (
    r"(?:the )?(?:(?:party )?central(?: party)?(?: committee| steering committee)?|(?:the )?cent(?:re|er)"
    r"|trung uong(?: dang)?|party)"
)
_CENTRE_BEHIND = re.compile(rf"{_OF}{_CENTRE}(?! \w*(?:ve|uy|office|organi[sz]ation|inspection|commission)\b)(?!\w)")
_CENTRE_BEFORE = re.compile(rf"(?<!\w){_CENTRE}(?:'s?|’s?)? $")
_AT_THE_CENTRE = "Trung ương"
_BEHIND = re.compile(_OF)
_GOVERNMENT_BEFORE = re.compile(r"(?<!\w)(?:the )?(?:vietnam(?:ese|'s|’s)? )?government(?:'s|’s)? $")
_THE_GOVERNMENT = "Chính phủ"
_BEFORE = re.compile(r"(?P<owner>'s?|’s?)? (?:own )?$")
# Those who decide and are given no tasks of their own.
_DECIDES = "other"
_KINDS = {"TB": "notice|notification|conclusion|announcement", "NQ": "resolution", "": "directive|document"}
_KIND = re.compile(
    rf"(?:'s?|’s?) (?:(?:own|latest|last|recent|new|action|conclusion) )*"
    rf"(?P<kind>{'|'.join(_KINDS.values())})s?(?!\w)(?! (?:no\.? ?)?\d)"
)
_REACH = 40
_SIGNS = {"thong bao": "TB", "tb": "TB", "nghi quyet": "NQ", "nq": "NQ"}
_IN_DOCUMENT_OF = re.compile(
    r"(?<!\w)(?:(?:tu|trong|theo|o|tai|thuoc) )(?:cac |nhung )?(?P<kind>van ban|vb|thong bao|tb|nghi quyet|nq)"
    r"(?: chi dao| ket luan)? (?:cua|do) "
)


def with_issuer(
    raw: str, folded: str, named: Named, directives: Sequence[Directive], registry: Registry
) -> tuple[int, int]:
    """Return where a directive is named together with who issued it.

    Whoever may have tasks in it is its issuer where it is theirs ("the Government Office's Notice 329") or where
    somebody else is asked about as well. `folded` is `raw` folded letter by letter.
    """
    names, start, end = named
    meant = [directive for directive in directives if directive.id in names]
    if any(_AT_THE_CENTRE in directive.issuer for directive in meant):
        if found := _CENTRE_BEHIND.match(folded, end):
            return start, found.end()
        if found := _CENTRE_BEFORE.search(folded, max(0, start - _REACH), start):
            return found.start(), end
    if any(_THE_GOVERNMENT in directive.given_by for directive in meant) and (
        found := _GOVERNMENT_BEFORE.search(folded, max(0, start - _REACH), start)
    ):
        return found.start(), end
    behind = _BEHIND.match(folded, end)
    if behind is None and not raw[:start].strip():
        return start, end
    mentions = registry.mentions(raw)
    issuers = {name for directive in meant for name in (*directive.given_by, directive.issuer)}
    for mention in mentions:
        if mention.name not in issuers:
            continue
        others = any(each.name not in issuers for each in mentions)
        decides = _decides(mention, registry)
        if behind and mention.start == behind.end() and (decides or others):
            return start, mention.end
        before = _BEFORE.fullmatch(folded, mention.end, start)
        if before and (decides or others or before["owner"]):
            return _article(folded, mention.start), end
    return start, end


def _decides(mention: Mention, registry: Registry) -> bool:
    agency = registry.agencies.get(mention.name)
    return agency is not None and agency.kind == _DECIDES


def _article(folded: str, start: int) -> int:
    return start - 4 if folded[:start].endswith("the ") else start


def _issued_by(raw: str, folded: str, directives: Sequence[Directive], registry: Registry) -> Iterator[Named]:
    """Yield the directives that are named so as the place of tasks: "từ văn bản của Văn phòng Chính phủ"."""
    for found in _IN_DOCUMENT_OF.finditer(folded):
        for mention in registry.mentions(raw):
            if mention.start != found.end():
                continue
            sign = _SIGNS.get(found["kind"], "")
            given = tuple(d.id for d in directives if sign in d.number and d.issuer == mention.name)
            if given:
                yield given, found.start(), mention.end


def by_issuer(raw: str, folded: str, directives: Sequence[Directive], registry: Registry) -> Iterator[Named]:
    """Yield the directives that are named by who gave them and their kind alone: "the Prime Minister's notice"."""
    if " cua " in folded or " do " in folded:
        yield from _issued_by(raw, folded, directives, registry)
    if "'" not in folded and "’" not in folded:
        return
    for mention in registry.mentions(raw):
        if found := _KIND.match(folded, mention.end):
            sign = next(sign for sign, kinds in _KINDS.items() if found["kind"] in kinds.split("|"))
            given = tuple(d.id for d in directives if sign in d.number and mention.name in d.given_by)
            if given:
                yield given, _article(folded, mention.start), found.end()
