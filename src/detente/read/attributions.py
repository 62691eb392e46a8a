"""Attributions: the shape of who says what, and how one is made of a verb and its subject.

Apart from `quotations`, which finds the verbs, and `given_quotes`, which gives quotations to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.quote_spans import QuoteSpan
from detente.read.reporting import ReportingCue
from detente.read.sources import follow_relative, take_core, take_whole
from detente.read.venues import find_venue

if TYPE_CHECKING:
    from spacy.tokens import Token

Offsets = tuple[int, int]
_PERFORMERS = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution, all in code points: contents said, by whom, with which words, to whom.

    ``source`` is the name with its titles, ``whole`` with all that describes it. ``form``: direct,
    indirect or mixed. ``effect``: assert, deny or ask; ``is_asserted`` is False for "did not say",
    "declined to say". ``is_speech`` is False for what somebody only wants, thinks or judges;
    ``is_question`` marks the turn of a reporter whom a transcript does not name.
    """

    contents: tuple[Offsets, ...]
    source: Offsets | None
    cue: Offsets | None
    whole: Offsets | None = None
    venue: Offsets | None = None
    form: str = "indirect"
    effect: str = "assert"
    is_asserted: bool = True
    is_speech: bool = True
    is_question: bool = False


def make_attribution(
    verb: Token,
    cue: ReportingCue,
    subject: Token,
    contents: list[Offsets],
    quotes: tuple[QuoteSpan, ...],
) -> Attribution:
    """What ``verb`` (or a noun) reports of ``subject``, in the way of ``cue``."""
    return Attribution(
        contents=tuple(contents),
        source=take_core(follow_relative(subject, verb)),
        whole=take_whole(subject, verb),
        cue=take_cue(verb),
        venue=find_venue(verb, contents) if cue.is_speech else None,
        form=find_form(contents, quotes),
        effect=cue.effect,
        is_asserted=not _is_negated(verb),
        is_speech=cue.is_speech,
    )


def find_form(contents: list[Offsets], quotes: tuple[QuoteSpan, ...]) -> str:
    """Direct where quotation marks enclose a content, mixed where they enclose a part of one."""
    quoted = [q for q in quotes if any(q.start < end and start < q.end for start, end in contents)]
    is_inside = any(
        q.start <= start + 1 and end <= q.end + 1 for q in quoted for start, end in contents
    )
    return "direct" if is_inside else "mixed" if quoted else "indirect"


def take_cue(word: Token) -> Offsets:
    """A verb with the helpers and "not" right before it: "has not said"."""
    first = word
    while first.i > 0 and first.nbor(-1).head.i == word.i:
        if first.nbor(-1).dep_ not in ("aux", "auxpass", "neg"):
            break
        first = first.nbor(-1)
    return first.idx, word.idx + len(word)


def is_performative(verb: Token, subject: Token, quotes: tuple[QuoteSpan, ...]) -> bool:
    """ "I would say that …" inside a quotation reports nobody else's words."""
    if subject.lower_ not in _PERFORMERS:
        return False
    return any(span.start <= verb.idx < span.end for span in quotes)


def _is_negated(verb: Token) -> bool:
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("decline", "refuse")
