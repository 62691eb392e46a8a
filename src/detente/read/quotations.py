"""Who says what in a Doc: attributions with content, source, cue and venue.

Direct and indirect speech, "according to", speaker labels of transcripts, and quotations that
continue the speaker before them. Resolving a source to a party is not done here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.lexicon import load_table
from detente.read.quote_spans import QuoteSpan, find_quote_spans
from detente.read.transcripts import find_turns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Offsets = tuple[int, int]
_SUBJECTS = ("nsubj", "nsubjpass")
_VENUE_PREPOSITIONS = frozenset({"in", "on", "at", "during", "to"})
_NOT_IN_SOURCE = ("relcl", "acl", "punct", "advcl", "appos", "parataxis")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingCue:
    """Verbs of reporting, what their content is, and whether they assert, deny or ask."""

    words: tuple[str, ...]
    content: str
    effect: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution, all in code points: contents said, by whom, with which words, to whom.

    ``form``: direct, indirect or mixed. ``effect``: assert, deny or ask; ``is_asserted`` is False
    for "did not say", "declined to say".
    """

    contents: tuple[Offsets, ...]
    source: Offsets | None
    cue: Offsets | None
    venue: Offsets | None = None
    form: str = "indirect"
    effect: str = "assert"
    is_asserted: bool = True


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """All attributions of a Doc, in the order of their contents.

    “We are in a blockade,” Antonov said. → the quotation, by Antonov. "Antonov left." → none.
    """
    turns = find_turns(doc.text)
    spans = find_quote_spans(doc.text)
    found = [
        Attribution(contents=(turn.content,), source=turn.speaker, cue=None, form="direct")
        for turn in turns
    ]
    for token in doc:
        cue = _cues().get(token.lemma_.lower())
        if cue is not None and token.pos_ == "VERB":
            found.extend(_read_verb(token, cue, spans))
        elif token.lower_ == "according":
            found.extend(_read_according(token))
    found.extend(_continue_speakers(doc, found, spans, has_turns=bool(turns)))
    return tuple(sorted(found, key=lambda item: item.contents[0]))


@lru_cache(maxsize=1)
def _cues() -> dict[str, ReportingCue]:
    return {word: cue for cue in load_table("reporting", ReportingCue) for word in cue.words}


def _read_verb(verb: Token, cue: ReportingCue, spans: tuple[QuoteSpan, ...]) -> list[Attribution]:
    subject = _find_subject(verb)
    if subject is None or _is_performative(verb, subject, spans):
        return []
    if cue.content == "object":
        contents = [_offsets(child) for child in verb.children if child.dep_ == "dobj"]
    else:
        contents = _find_contents(verb, spans)
    if not contents:
        return []
    quoted = [span for span in spans if any(_overlap(span, item) for item in contents)]
    inside = any(
        span.start <= c[0] + 1 and c[1] <= span.end + 1 for span in quoted for c in contents
    )
    form = "direct" if inside else "mixed" if quoted else "indirect"
    return [
        Attribution(
            contents=tuple(contents),
            source=_source_of(subject),
            cue=(verb.idx, verb.idx + len(verb)),
            venue=_find_venue(verb, contents) if cue.content == "clause" else None,
            form=form,
            effect=cue.effect,
            is_asserted=not _is_negated(verb),
        )
    ]


def _is_performative(verb: Token, subject: Token, spans: tuple[QuoteSpan, ...]) -> bool:
    """ "I would say that …" inside a quotation reports nobody else's words."""
    if subject.lower_ not in ("i", "we", "you"):
        return False
    return any(span.start <= verb.idx < span.end for span in spans)


def _find_subject(verb: Token) -> Token | None:
    node = verb
    for _ in range(4):
        own = [child for child in node.children if child.dep_ in _SUBJECTS]
        if own:
            return _follow_relative(own[0], node)
        agents = [c for child in node.children if child.dep_ == "agent" for c in child.children]
        if agents:
            return agents[0]
        if node.dep_ == "conj" or (node.dep_ in ("xcomp", "advcl") and node.head.pos_ == "VERB"):
            node = node.head
            continue
        return None
    return None


def _follow_relative(subject: Token, verb: Token) -> Token:
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        head: Token = verb.head
        return head
    return subject


def _find_contents(verb: Token, spans: tuple[QuoteSpan, ...]) -> list[Offsets]:
    contents: list[Offsets] = []
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i != verb.i:
            contents.append(_widen(_without(child, verb), spans))
    sentence = verb.sent
    for span in spans:
        near = sentence.start_char <= span.start < sentence.end_char
        covered = any(_overlap(span, item) for item in contents)
        if near and span.is_speech and not covered:
            contents.append((span.start, span.end))
    if not contents:
        clause = _find_that_clause(verb)
        if clause is not None:
            contents.append(clause)
    return _merge_touching(sorted(set(contents)))


def _merge_touching(contents: list[Offsets]) -> list[Offsets]:
    """Contents that only white space parts are one: the parser split a clause."""
    merged: list[Offsets] = []
    for start, end in contents:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _without(clause: Token, verb: Token) -> Offsets:
    """The clause's words, cut where the reporting verb stands inside it."""
    start, end = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
    edge = verb.left_edge.idx if verb.left_edge.i > clause.i else verb.idx
    if start < verb.idx < end:
        return (start, edge) if clause.i < verb.i else (verb.idx + len(verb), end)
    return start, end


def _find_that_clause(verb: Token) -> Offsets | None:
    """ "that …" later in the sentence, where the parser has hung it on another word."""
    doc, sentence = verb.doc, verb.sent
    for i in range(verb.i + 1, sentence.end):
        token = doc[i]
        if token.lower_ == "that" and token.dep_ in ("mark", "nsubj", "det"):
            end = doc[sentence.end - 1]
            stop = end.idx if end.is_punct or end.is_space else end.idx + len(end)
            return (token.idx, stop)
        if token.pos_ == "VERB" and token.dep_ not in ("acl", "amod"):
            return None
    return None


def _widen(content: Offsets, spans: tuple[QuoteSpan, ...]) -> Offsets:
    start, end = content
    for span in spans:
        if span.start < end and start < span.end and span.end - span.start > 0:
            inside = span.start >= start - 1 and span.end <= end + 2
            crosses = span.start <= start + 1 or inside
            if crosses:
                start, end = min(start, span.start), max(end, span.end)
    return start, end


def _source_of(subject: Token) -> Offsets:
    """The subject with its titles, without relative clauses and what follows a comma."""
    kept = [subject.left_edge.i, subject.i]
    for child in subject.children:
        if child.i > subject.i and child.dep_ not in _NOT_IN_SOURCE:
            kept.append(child.right_edge.i)
    first, last = subject.doc[min(kept)], subject.doc[max(kept)]
    return first.idx, last.idx + len(last)


def _find_venue(verb: Token, contents: list[Offsets]) -> Offsets | None:
    """Whom or where it was said to: "told Politico in an interview", "said on Twitter"."""
    spans = [
        _offsets(child)
        for child in verb.children
        if child.dep_ in ("dobj", "dative")
        or (child.dep_ == "prep" and child.lower_ in _VENUE_PREPOSITIONS)
    ]
    free = [span for span in spans if not any(a < span[1] and span[0] < b for a, b in contents)]
    cut = [
        (start, min([end, *(a for a, _ in contents if start < a < end)])) for start, end in spans
    ]
    chosen = free or [span for span in cut if span[1] > span[0]]
    return (min(s for s, _ in chosen), max(e for _, e in chosen)) if chosen else None


def _is_negated(verb: Token) -> bool:
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("decline", "refuse")


def _read_according(token: Token) -> list[Attribution]:
    pobj = [g for child in token.children if child.lower_ == "to" for g in child.children]
    if not pobj:
        return []
    source = _source_of(pobj[0])
    sentence = token.sent
    end = sentence[-1].idx if sentence[-1].is_punct else sentence.end_char
    if token.i - sentence.start < 3:
        content = (source[1] + 1, end)
    else:
        content = (sentence.start_char, token.idx)
    if content[1] - content[0] < 2:
        return []
    cue = (token.idx, source[0])
    return [Attribution(contents=(content,), source=source, cue=cue)]


def _continue_speakers(
    doc: Doc, found: list[Attribution], spans: tuple[QuoteSpan, ...], *, has_turns: bool
) -> list[Attribution]:
    """Quotations without a speaker of their own: the last speaker goes on."""
    if has_turns:
        return []
    ordered = sorted((item for item in found if item.source), key=lambda item: item.contents[0])
    more: list[Attribution] = []
    for span in spans:
        if not span.is_speech or any(_overlap(span, c) for item in found for c in item.contents):
            continue
        before = [item for item in ordered if item.contents[0][0] < span.start]
        last = before[-1] if before else None
        if last is None or not _is_near(doc, last, span):
            more.append(
                Attribution(
                    contents=((span.start, span.end),), source=None, cue=None, form="direct"
                )
            )
            continue
        more.append(
            replace(
                last, contents=((span.start, span.end),), cue=None, form="direct", effect="assert"
            )
        )
    return more


def _is_near(doc: Doc, last: Attribution, span: QuoteSpan) -> bool:
    """In the same paragraph, or at the head of the next one."""
    between = doc.text[last.contents[-1][1] : span.start]
    breaks = between.count("\n\n")
    return breaks == 0 or (breaks == 1 and not between.rsplit("\n", 1)[-1].strip())


def _overlap(span: QuoteSpan, content: Offsets) -> bool:
    return span.start < content[1] and content[0] < span.end


def _offsets(token: Token) -> Offsets:
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
