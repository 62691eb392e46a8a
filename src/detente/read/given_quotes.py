"""Quotations given to who speaks them: to the verb beside, else to who spoke before.

A quotation has one speaker and may run over sentences and paragraphs, which no parse tells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.read.attributions import Attribution, find_form, make_attribution
from detente.read.quote_spans import QuoteSpan
from detente.read.reported import merge_touching
from detente.read.reporting import ReportingCue, load_cues
from detente.read.sources import find_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ANY_VERB = ReportingCue(
    words=(),
    contents=("quote",),
    kind="speech",
    effect="assert",
    example="“We wait,” she surmised.",
)
"""Right after a quotation that a comma closes, every verb with a subject gives its speaker."""
_REACH = 60  # code points between a quotation's end and the verb that gives its speaker


def give_quotes(
    doc: Doc, found: list[Attribution], quotes: tuple[QuoteSpan, ...]
) -> list[Attribution]:
    """Each quotation that no clause covers: to the verb beside it, else to who spoke before it.

    “We wait,” Ruiz said. “We will not call.” → both by Ruiz. One that nobody near speaks is kept
    without a source.
    """
    given = list(found)
    for number, quote in enumerate(quotes):
        if not quote.is_speech or _is_covered(quote, given):
            continue
        verb = _find_verb_beside(doc, quote)
        if verb is None and not quote.is_closed:
            verb = _find_verb_further(doc, quotes[number:])
        at = _find_by_cue(given, verb) if verb is not None else None
        if verb is not None and at is None:
            made = _attribute_quote(verb, quote, quotes)
            if made is not None:
                given.append(made)
                continue
        if at is None:
            at = _find_last_speaker(doc, given, quote)
        _add(given, at, quote, quotes)
    return given


def _add(
    given: list[Attribution], at: int | None, quote: QuoteSpan, quotes: tuple[QuoteSpan, ...]
) -> None:
    """One quotation more for a speaker; what follows a denial or a question is not denied too."""
    span = (quote.start, quote.end)
    if at is None:
        given.append(Attribution(contents=(span,), source=None, cue=None, form="direct"))
        return
    item = given[at]
    if item.effect == "assert" and item.is_asserted:
        merged = merge_touching(sorted([*item.contents, span]))
        given[at] = replace(item, contents=tuple(merged), form=find_form(merged, quotes))
        return
    given.append(
        replace(item, contents=(span,), cue=None, form="direct", effect="assert", is_asserted=True)
    )


def _attribute_quote(
    verb: Token, quote: QuoteSpan, quotes: tuple[QuoteSpan, ...]
) -> Attribution | None:
    subject = find_subject(verb)
    if subject is None or quote.start <= subject.idx < quote.end:
        return None
    cues = load_cues().get(verb.lemma_.lower(), ())
    cue = next((c for c in cues if "quote" in c.contents), _ANY_VERB)
    return make_attribution(verb, cue, subject, [(quote.start, quote.end)], quotes)


def _find_verb_beside(doc: Doc, quote: QuoteSpan) -> Token | None:
    """The reporting verb nearest to a quotation, outside it: after its end first, then before."""
    return (
        _find_verb_after(doc, quote)
        or _find_verb_before(doc, quote)
        or _find_verb_of_sentence(doc, quote)
    )


def _find_verb_further(doc: Doc, quotes: tuple[QuoteSpan, ...]) -> Token | None:
    """The verb beside the end of a quotation that runs over paragraphs, each opened anew."""
    for quote, following in pairwise(quotes):
        if quote.is_closed or doc.text[quote.end : following.start].strip():
            return None
        verb = _find_verb_beside(doc, following)
        if verb is not None:
            return verb
    return None


def _find_verb_after(doc: Doc, quote: QuoteSpan) -> Token | None:
    """“…,” she said: only where the quotation leaves the sentence open."""
    text = doc.text
    is_open = text[quote.start : quote.end].rstrip("”\"'’")[-1:] in (",", "?", "!", "—")
    if not is_open and not text[quote.end : quote.end + 2].strip()[:1].islower():
        return None
    end = min(len(text), quote.end + _REACH)
    for token in doc.char_span(quote.end, end, alignment_mode="expand") or ():
        if token.text in (".", "?", "!", "“", '"') or "\n" in token.text:
            return None
        if token.idx < quote.end:
            continue
        if _takes_quote(token) or (is_open and token.pos_ == "VERB" and _has_subject(token)):
            return token
    return None


def _find_verb_before(doc: Doc, quote: QuoteSpan) -> Token | None:
    start = max(0, quote.start - _REACH)
    before = doc.char_span(start, quote.start, alignment_mode="contract")
    for token in reversed(list(before or ())):
        if token.text in (".", "?", "!", "”") or "\n" in token.text:
            return None
        if _takes_quote(token):
            return token
    return None


def _find_verb_of_sentence(doc: Doc, quote: QuoteSpan) -> Token | None:
    """The verb of a sentence in which the quotation stands further off: "X said of Y: “…”"."""
    tokens = doc.char_span(quote.start, quote.end, alignment_mode="expand")
    if tokens is None:
        return None
    for sentence in (tokens[0].sent, tokens[-1].sent):
        for item in sentence:
            is_outside = not quote.start <= item.idx < quote.end
            is_main = item.dep_ in ("ROOT", "conj", "relcl", "advcl")
            if is_outside and is_main and _takes_quote(item):
                return item
    return None


def _has_subject(token: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in token.children)


def _takes_quote(token: Token) -> bool:
    if token.pos_ != "VERB":
        return False
    cues = load_cues().get(token.lemma_.lower(), ())
    return any("quote" in cue.contents for cue in cues)


def _find_by_cue(found: list[Attribution], verb: Token) -> int | None:
    end = verb.idx + len(verb)
    return next(
        (i for i, item in enumerate(found) if item.cue is not None and item.cue[1] == end), None
    )


def _find_last_speaker(doc: Doc, found: list[Attribution], quote: QuoteSpan) -> int | None:
    """Who spoke last in the paragraph, or at the end of the one before."""
    before = [
        (item.contents[-1][1], i)
        for i, item in enumerate(found)
        if item.source is not None and item.is_speech and item.contents[0][0] < quote.start
    ]
    if not before:
        return None
    end, at = max(before)
    between = doc.text[end : quote.start]
    breaks = len(re.findall(r"\n\s*", between))
    opens = not between.rsplit("\n", 1)[-1].strip()
    return at if breaks == 0 or (breaks == 1 and opens) else None


def _is_covered(quote: QuoteSpan, found: list[Attribution]) -> bool:
    """Whether half of a quotation is already somebody's words."""
    need = (quote.end - quote.start) / 2
    return any(
        min(end, quote.end) - max(start, quote.start) >= need
        for item in found
        if item.is_speech
        for start, end in item.contents
    )
