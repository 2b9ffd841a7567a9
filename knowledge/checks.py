"""Proves the corpus consistent with the texts: what `make check-corpus` runs, and what every load must pass.

Each check yields findings, one sentence each; none means proven. docs/corpus.md says what is compared and how.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.agencies import Registry
from knowledge.directives import Task
from knowledge.errors import CorpusError
from knowledge.loading import CORPUS, Corpus, DirectiveFolder, load_corpus, load_folder, load_registry
from knowledge.search import syllables
from knowledge.text import squeeze
from knowledge.when import Deadline, DeadlineKind, parse_deadline

MAX_TITLE = 90
TRIGGERS = ("chủ trì", "hoàn thành", "trước ngày", "chậm nhất", "trong quý", "trong tháng")
# The words of time of a directive without a date of its own (the provincial letter) are of this year.
_UNDATED = date(2026, 1, 1)

_FOOTNOTE = re.compile(r"<sup>\s*\d+\s*</sup>")
_TAG = re.compile(r"<[^<>]{0,40}>")
_MARKUP = re.compile(r"[*#|\s]")
_TABLE_HEAD = re.compile(r"^(?:TT|STT)\t.*$", re.MULTILINE)
_ID = re.compile(r"^[a-z0-9]+-[a-z0-9]+(?:\.[a-z0-9]+)*$")


def normalised(text: str) -> str:
    """Return `text` as docs/corpus.md compares it: without white space, markup, footnote marks and table heads."""
    text = unicodedata.normalize("NFC", text)
    return _MARKUP.sub("", _TAG.sub("", _FOOTNOTE.sub("", _TABLE_HEAD.sub("", text))))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the trigger words of one directive are accounted for."""

    triggers: int
    in_tasks: int
    listed: int


def check_corpus(corpus: Corpus) -> Iterator[str]:
    """Yield every finding about the whole corpus."""
    yield from check_registry(corpus.registry)
    for folder in corpus.folders:
        yield from check_folder(folder, corpus.registry)
    ids = Counter(task.id for task in corpus.tasks)
    yield from (f"mã {code} dùng {count} lần" for code, count in ids.items() if count > 1)
    yield from (f"{t.id}: cha {t.parent} không có" for t in corpus.tasks if t.parent and t.parent not in ids)
    links = corpus.related.items()
    yield from (f"{t}: việc liên quan {r} không có" for t, related in links for r in related if r not in ids)
    yield from (f"chữ thường ngày: không có việc {code}" for code in corpus.everyday if code not in ids)
    yield from (f"{code}: chưa có chữ thường ngày" for code in ids if code not in corpus.everyday)
    yield from _translations(corpus)
    yield from _elsewhere(corpus)
    directives = Counter(folder.directive.id for folder in corpus.folders)
    yield from (f"văn bản {name} có {count} thư mục" for name, count in directives.items() if count > 1)


def _translations(corpus: Corpus) -> Iterator[str]:
    """Yield what English terms and everyday words are turned into that stands in no passage: it would find nothing."""
    said = "|".join(f" {syllables(passage.text)} " for folder in corpus.folders for passage in folder.passages)
    for kind, terms in (("từ tiếng Anh", corpus.glossary), ("từ đồng nghĩa", corpus.synonyms)):
        for word, means in terms.items():
            if f" {syllables(means)} " not in said:
                yield f"{kind} '{word}': '{means}' không có trong văn bản"


def _elsewhere(corpus: Corpus) -> Iterator[str]:
    """Yield ways to ask about what is elsewhere that people use for something in the directives as well."""
    inside = {phrase.strip().lower() for words in _other_words(corpus) for phrase in words.split(";")}
    for subject, asks in corpus.elsewhere.items():
        both = inside.intersection(phrase.strip().lower() for phrase in asks.split(";")) - {""}
        yield from (f"việc ngoài văn bản '{subject}': '{phrase}' cũng là lời hỏi về văn bản" for phrase in sorted(both))


def _other_words(corpus: Corpus) -> Iterator[str]:
    yield from corpus.everyday.values()
    for folder in corpus.folders:
        yield from folder.passage_words.values()


def check_registry(registry: Registry) -> Iterator[str]:
    """Yield names that would mean two agencies, and members that are unknown."""
    owners: dict[str, str] = {}
    for agency in registry.agencies.values():
        ambiguous = {squeeze(a) for a in agency.ambiguous}
        names = {agency.name, agency.short, *agency.abbreviations, *agency.other_names}
        names |= {n for f in agency.former_names for n in (f.name, *f.abbreviations)}
        for key in sorted({squeeze(n) for n in names} - ambiguous - {""}):
            if owners.setdefault(key, agency.name) != agency.name:
                yield f"cơ quan: '{key}' vừa là {owners[key]} vừa là {agency.name}"
    for group in registry.groups.values():
        yield from (f"nhóm {group.name}: không có {m}" for m in group.members if m not in registry.agencies)


def check_folder(folder: DirectiveFolder, registry: Registry) -> Iterator[str]:
    """Yield every finding about one directive."""
    here = folder.directive.id
    yield from (f"{here}: {finding}" for finding in _passages(folder))
    source = normalised(folder.text)
    joined = normalised("\n".join(p.text for p in folder.passages))
    places = {p.path for p in folder.passages}
    for task in folder.tasks:
        yield from (f"{task.id}: {finding}" for finding in _task(task, folder, registry))
        yield from (f"{task.id}: {finding}" for finding in _in_text(task, places, source, joined))
    yield from (f"{here} {finding}" for finding in _listed(folder, source, joined))
    yield from (f"{here}: chữ cho đoạn không có {path}" for path in folder.passage_words if path not in places)
    uncovered, _ = coverage(folder)
    yield from (f"{here}: chưa có nhiệm vụ hay lý do cho '…{words}…'" for words in uncovered)
    yield from (f"{here}: không có cơ quan '{name}'" for name in folder.directive.given_by if name not in registry)
    named = [(i.code, a) for i in folder.indicators for a in (*i.agencies, *i.coordinators)]
    named += [(f"CSDL {d.list}.{d.number}", d.agency) for d in folder.databases]
    yield from (f"{here} {code}: không có cơ quan '{name}'" for code, name in named if name not in registry)


def _in_text(task: Task, places: Collection[str], source: str, joined: str) -> Iterator[str]:
    """Yield what a task says that does not stand in the text."""
    if task.path not in places:
        yield f"không có đoạn {task.path}"
    for name in ("quote", "lead_in", "leads_text", "coordinators_text", "output"):
        words = normalised(getattr(task, name))
        if name == "output" and not task.leads_text:
            continue  # in prose the product is named in the quote's words, not verbatim
        if words and words not in source and words not in joined:
            yield f"{name} không có trong văn bản"
    if normalised(task.deadline.text) not in source:
        yield f"thời hạn '{task.deadline.text}' không có trong văn bản"


def _listed(folder: DirectiveFolder, source: str, joined: str) -> Iterator[str]:
    """Yield what is wrong with the places that are no tasks, and with the uncertain ones."""
    listed = [(p.path, p.quote, p.reason) for p in folder.not_tasks]
    listed += [(p.path, p.reading, p.reason) for p in folder.uncertain]
    for path, words, reason in listed:
        if normalised(words) not in source and normalised(words) not in joined:
            yield f"{path}: '{words[:60]}' không có trong văn bản"
        if not reason:
            yield f"{path}: thiếu lý do"


def _passages(folder: DirectiveFolder) -> Iterator[str]:
    """Yield what differs between the text and its passages: nothing may be missing, added or said twice."""
    paths = Counter(p.path for p in folder.passages)
    yield from (f"đường dẫn {path} dùng {n} lần" for path, n in paths.items() if n > 1)
    joined = normalised("\n".join(p.text for p in folder.passages))
    source = normalised(folder.text)
    if len(joined) != len(source):
        yield f"các đoạn dài {len(joined)}, văn bản dài {len(source)} ký tự"
    for line in _TABLE_HEAD.sub("", folder.text).splitlines():
        for cell in line.split("\t"):
            words = normalised(cell)
            if words and words not in joined:
                yield f"không có trong các đoạn: '{cell.strip()[:70]}'"


def _task(task: Task, folder: DirectiveFolder, registry: Registry) -> Iterator[str]:
    if not task.id.startswith(f"{folder.directive.id}-") or not _ID.match(task.id):
        yield "mã không đúng dạng"
    if not 0 < len(task.title) <= MAX_TITLE:
        yield f"tiêu đề dài {len(task.title)} ký tự"
    if not task.quote.strip():
        yield "không có trích dẫn"
    if not task.leads and not any(t.parent == task.id for t in folder.tasks):
        yield "không có cơ quan chủ trì"
    yield from (f"không có cơ quan '{n}'" for n in (*task.leads, *task.coordinators) if n not in registry)
    texts = (task.title, task.quote, task.lead_in, task.output, task.deadline.text)
    if any(unicodedata.normalize("NFC", words) != words for words in texts):
        yield "không phải NFC"
    yield from _deadline(task.deadline, folder.directive.date or _UNDATED)


def _deadline(given: Deadline, written: date) -> Iterator[str]:
    read = parse_deadline(given.text, written)
    if read != given:
        yield f"thời hạn '{given.text}' ghi là {_tell(given)}, bộ đọc hiểu là {_tell(read)}"
    if given.kind is DeadlineKind.NONE and given.text:
        yield f"thời hạn '{given.text}' không nói gì về thời gian"


def _tell(deadline: Deadline) -> str:
    strict = " nghiêm" if deadline.strict else ""
    return f"{deadline.kind} {deadline.first}…{deadline.last}{strict} {deadline.rrule}".strip()


def coverage(folder: DirectiveFolder) -> tuple[list[str], Coverage]:
    """Find every trigger word in the passages and tell whether a task or a listed place covers it.

    Returns the surroundings of the uncovered ones and the counts.
    """
    text = normalised("\n".join(p.text for p in folder.passages)).casefold()
    by_tasks = _covered(text, (w for t in folder.tasks for w in _words_of(t)))
    by_list = _covered(text, (p.quote for p in folder.not_tasks))
    uncovered: list[str] = []
    total = in_tasks = listed = 0
    for trigger in TRIGGERS:
        key = normalised(trigger).casefold()
        for found in re.finditer(re.escape(key), text):
            total += 1
            if all(by_tasks[found.start() : found.end()]):
                in_tasks += 1
            elif all(by_list[found.start() : found.end()]):
                listed += 1
            else:
                uncovered.append(text[max(0, found.start() - 40) : found.end() + 40])
    return uncovered, Coverage(total, in_tasks, listed)


def _words_of(task: Task) -> tuple[str, ...]:
    return (
        task.quote,
        task.lead_in,
        task.deadline.text,
        task.output if task.leads_text else "",
        task.leads_text,
        task.coordinators_text,
    )


def _covered(text: str, stretches: Iterator[str]) -> bytearray:
    marks = bytearray(len(text))
    for words in {normalised(s).casefold() for s in stretches} - {""}:
        at = text.find(words)
        while at >= 0:
            marks[at : at + len(words)] = b"\x01" * len(words)
            at = text.find(words, at + 1)
    return marks


def require_sound(corpus: Corpus) -> Corpus:
    """Return `corpus`, or raise CorpusError with every finding: an unsound corpus is refused whole."""
    findings = list(check_corpus(corpus))
    if findings:
        raise CorpusError(findings)
    return corpus


def _report(folder: DirectiveFolder) -> str:
    _, seen = coverage(folder)
    return (
        f"{folder.directive.id:>4}  {len(folder.passages):4d} đoạn  {len(folder.tasks):4d} nhiệm vụ  "
        f"{seen.triggers:4d} từ chỉ việc/hạn: {seen.in_tasks} trong nhiệm vụ, {seen.listed} có lý do"
    )


def main(argv: list[str] | None = None) -> int:
    """Check the shipped corpus, or one folder of it; print findings and counts. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Kiểm tra kho văn bản")
    parser.add_argument("--folder", help="chỉ một thư mục, ví dụ 71-nq-cp")
    options = parser.parse_args(argv)
    try:
        findings, folders = _run(CORPUS, options.folder)
    except CorpusError as error:
        findings, folders = error.findings, ()
    for folder in folders:
        print(_report(folder))
    for finding in findings:
        print(f"✗ {finding}")
    print(f"{len(findings)} phát hiện")
    return 1 if findings else 0


def _run(root: Path, only: str | None) -> tuple[list[str], tuple[DirectiveFolder, ...]]:
    if only:
        folder = load_folder(root / only)
        return list(check_folder(folder, load_registry(root))), (folder,)
    corpus = load_corpus(root)
    return list(check_corpus(corpus)), corpus.folders


if __name__ == "__main__":
    sys.exit(main())
