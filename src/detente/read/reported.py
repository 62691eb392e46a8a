"""Reported words: for a verb and its construction, the spans of what it reports.

Quotations are given to a verb afterwards (`quotations`), since a quotation has one speaker and may
run over several sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.read.quote_spans import QuoteSpan
from detente.read.reporting import ReportingCue

if TYPE_CHECKING:
    from spacy.tokens import Token

Offsets = tuple[int, int]
_OPENERS = frozenset({",", "”", '"', "''", "–", "—", ":"})
_CLOSERS = frozenset({".", ",", ";", ":", "?", "!", "–", "—", "-"})


def find_contents(verb: Token, cue: ReportingCue, quotes: tuple[QuoteSpan, ...]) -> list[Offsets]:
    """What the verb reports in a construction, by syntax; empty where it stands in another."""
    found: list[Offsets] = []
    if "clause" in cue.contents:
        found += _find_clauses(verb, quotes)
    if "object" in cue.contents:
        found += _find_objects(verb)
    if "small" in cue.contents:
        found += _find_small_clauses(verb)
    if "infinitive" in cue.contents:
        found += _find_infinitives(verb)
    if "that" in cue.contents:
        found += _find_noun_clause(verb)
    if "raised" in cue.contents:
        found += _find_raised(verb)
    if "passive" in cue.contents and any(c.dep_ == "auxpass" for c in verb.children):
        found += _find_raised(verb)
    if "link" in cue.contents:
        found += _find_linked(verb, cue.links)
    trimmed = [_trim(verb.doc.text, item) for item in found]
    return merge_touching(sorted({item for item in trimmed if item[1] > item[0]}))


def merge_touching(contents: list[Offsets]) -> list[Offsets]:
    """Contents that only white space parts are one: the parser split a clause."""
    merged: list[Offsets] = []
    for start, end in contents:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def widen(content: Offsets, quotes: tuple[QuoteSpan, ...]) -> Offsets:
    """The content up to the ends of a quotation that it opens with or that it ends in."""
    start, end = content
    for span in quotes:
        if span.start < end and start < span.end and span.end > span.start:
            is_inside = span.start >= start - 1 and span.end <= end + 2
            if span.start <= start + 1 or is_inside or (span.is_speech and span.start < end):
                start, end = min(start, span.start), max(end, span.end)
    return start, end


def take(token: Token) -> Offsets:
    """All words that hang on a token."""
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def _find_clauses(verb: Token, quotes: tuple[QuoteSpan, ...]) -> list[Offsets]:
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i != verb.i]
    follows = any(child.i > verb.i for child in clauses)
    found = [
        _widen_outside(verb, part, quotes)
        for child in clauses
        if child.i > verb.i or not follows or _is_parenthesis(verb)
        for part in _split_around(child, verb)
    ]
    return found or _find_main_clause(verb) or _find_that_clause(verb)


def _is_parenthesis(verb: Token) -> bool:
    """ "The talks, he said, had failed": else what comes before is not said."""
    doc = verb.doc
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), verb)
    first = min(verb.i, subject.left_edge.i)
    last = max(verb.i, subject.right_edge.i)
    opens = first > 0 and doc[first - 1].text in _OPENERS
    return opens and last + 1 < len(doc) and doc[last + 1].text in _OPENERS


def _widen_outside(verb: Token, content: Offsets, quotes: tuple[QuoteSpan, ...]) -> Offsets:
    """Widened by quotations that do not hold the verb itself."""
    return widen(content, tuple(q for q in quotes if not q.start <= verb.idx < q.end))


def _split_around(clause: Token, verb: Token) -> list[Offsets]:
    """The clause's words; in two where the reporting verb stands inside it ("…, he said, …")."""
    start, end = take(clause)
    if not start < verb.idx < end:
        return [(start, end)]
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    edges = [verb, *own]
    first = min(item.left_edge.i if item.i != verb.i else item.i for item in edges)
    last = max(item.right_edge.i if item.i != verb.i else item.i for item in edges)
    left = (start, verb.doc[first].idx)
    right = (verb.doc[last].idx + len(verb.doc[last]), end)
    if clause.i > verb.i:
        return [right]
    return [part for part in (left, right) if part[1] - part[0] > 2]


def _find_main_clause(verb: Token) -> list[Offsets]:
    """ "The talks, he said, had failed": the parser hangs "said" on what it reports."""
    if verb.dep_ not in ("parataxis", "intj", "dep"):
        return []
    left, right = verb.left_edge, verb.right_edge
    head = verb.head
    start, end = take(head)
    parts = [(start, left.idx), (right.idx + len(right), end)]
    return [part for part in parts if part[1] - part[0] > 2]


def _find_that_clause(verb: Token) -> list[Offsets]:
    """ "that …" later in the sentence, where the parser has hung it on another word."""
    doc, sentence = verb.doc, verb.sent
    for i in range(verb.i + 1, sentence.end):
        token = doc[i]
        if token.lower_ == "that" and token.dep_ in ("mark", "nsubj", "det"):
            end = doc[sentence.end - 1]
            stop = end.idx if end.is_punct or end.is_space else end.idx + len(end)
            return [(token.idx, stop)]
        if token.pos_ == "VERB" and token.dep_ not in ("acl", "amod"):
            return []
    return []


def _find_objects(verb: Token) -> list[Offsets]:
    """The object with "of …", "as …", "for …" that belongs to what is said of it."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if not objects:
        return []
    start, end = _take_object(objects[0])
    for child in verb.children:
        follows = child.i > objects[0].i and child.idx <= end + 2
        if follows and child.dep_ == "prep" and child.lower_ in ("as", "of", "for"):
            end = max(end, take(child)[1])
    return [(start, end)]


def _take_object(noun: Token) -> Offsets:
    """An object up to what only describes it after a comma: "Comey, a Republican …"."""
    start, end = take(noun)
    for child in noun.children:
        is_aside = child.dep_ in ("appos", "relcl", "acl", "advcl") and child.i > noun.i
        if is_aside and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
            end = min(end, child.left_edge.nbor(-1).idx)
    return start, end


def _find_small_clauses(verb: Token) -> list[Offsets]:
    """ "called him a liar": the object with what it is called."""
    for child in verb.children:
        is_bare = not any(c.dep_ in ("aux", "mark") for c in child.children)
        if child.dep_ == "ccomp" and child.pos_ not in ("VERB", "AUX") and is_bare:
            return [take(child)]
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    complements = [child for child in verb.children if child.dep_ in ("oprd", "acomp")]
    if objects and complements:
        return [(take(objects[0])[0], max(take(item)[1] for item in complements))]
    return []


def _find_infinitives(verb: Token) -> list[Offsets]:
    found = []
    for child in verb.children:
        has_to = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        if child.dep_ in ("xcomp", "ccomp", "acl", "relcl") and has_to and child.i > verb.i:
            found.append(take(child))
    return found[:1]


def _find_noun_clause(noun: Token) -> list[Offsets]:
    """ "her claim that the line was open": the clause that "that" opens."""
    for child in noun.children:
        marks = [c for c in child.children if c.dep_ == "mark" and c.lower_ == "that"]
        if child.dep_ in ("acl", "ccomp", "relcl") and marks and child.i > noun.i:
            return [take(child)]
    return []


def _find_raised(verb: Token) -> list[Offsets]:
    """ "The channel appears to be closed": the subject, and what follows the verb."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    rest = [
        child
        for child in verb.children
        if child.i > verb.i
        and (
            child.dep_ in ("xcomp", "oprd", "acomp", "ccomp")
            or (child.dep_ == "prep" and child.lower_ in ("as", "of", "for"))
        )
    ]
    if not subjects or not rest:
        return []
    return [take(subjects[0]), (take(rest[0])[0], take(rest[-1])[1])]


def _find_linked(verb: Token, links: tuple[str, ...]) -> list[Offsets]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in links and child.i > verb.i:
            objects = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            if objects:
                return [take(objects[0])]
    return []


def _trim(text: str, content: Offsets) -> Offsets:
    start, end = content
    while end > start and (text[end - 1] in _CLOSERS or text[end - 1].isspace()):
        end -= 1
    while start < end and (text[start] in ",;:" or text[start].isspace()):
        start += 1
    return start, end
