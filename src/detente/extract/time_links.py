"""Which time expression belongs to a contact or action, or that none does: weighed, not guessed.

Each expression of the sentence and of those before it is described by how it stands to the trigger
(`links`), what sort it is and whether it fits the status; learnt weights decide. An expression that
no weight speaks for dates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.links import find_governor, find_links, is_of_saying, weigh
from detente.extract.scene import Scene
from detente.extract.tenses import find_tense
from detente.extract.timing import Tense, TimedSpan
from detente.lexicon.weights import load_weights
from detente.model.claims import Status
from detente.model.dates import PartialDate, When

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BACK = 3  # sentences before the trigger's own in which a time may still be the contact's
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "their", "his", "her", "its", "both"}
)
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.PROPOSED})
_GONE = frozenset({Status.HELD, Status.ONGOING, Status.ABSENT, Status.SUSPENDED, Status.RESUMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The expression chosen, what it means there, and the word that it hangs on.

    ``governor`` is None where it stands in another sentence than the trigger.
    """

    span: TimedSpan
    when: When
    governor: Token | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An expression that may date a trigger, with the features that speak for or against it."""

    linked: Linked
    features: frozenset[str]


def choose_time(scene: Scene, trigger: Token, status: Status) -> Linked | None:
    """The expression that dates ``trigger``, or None.

    "met on Monday" → Monday. "said on Monday that they had met" → None.
    """
    best: tuple[float, Linked] | None = None
    for candidate in find_candidates(scene, trigger, status):
        score = weigh(candidate.features, _weights())
        if score > 0 and (best is None or score > best[0]):
            best = (score, candidate.linked)
    return best[1] if best is not None else None


def find_candidates(scene: Scene, trigger: Token, status: Status) -> Iterator[Candidate]:
    """All expressions that may date ``trigger``, described; in the order of the text."""
    own, near = _find_spans(scene, trigger)
    for span, phrase in own:
        governor = find_governor(phrase)
        when = _resolve(span, governor, status)
        if when is None or is_of_saying(phrase, governor, trigger) or _is_of_other(phrase):
            continue
        features = find_links(phrase, trigger) | _describe(scene, span, when, status)
        features |= _describe_modifier(span, phrase, trigger)
        features.add("alone" if len(own) == 1 else f"of {min(len(own), 3)}")
        sort = next(item for item in sorted(features) if item.startswith("governor "))
        features.add(f"{status.value}, {sort}")
        yield Candidate(
            linked=Linked(span=span, when=when, governor=governor), features=_close(features)
        )
    for steps, span, phrase in near:
        when = _resolve(span, find_governor(phrase), status)
        if when is not None:
            features = _describe_far(scene, phrase, trigger, steps)
            features |= _describe(scene, span, when, status)
            features.add("no time of its own" if not own else "times of its own")
            features.add(f"far, {status.value}")
            yield Candidate(
                linked=Linked(span=span, when=when, governor=None), features=_close(features)
            )


def _is_of_other(phrase: Span) -> bool:
    """ "before the October vote": the month dates the vote, and what comes before it not at all."""
    root = phrase.root
    noun = root.head
    is_modifier = root.dep_ in ("compound", "nmod", "amod") and noun.dep_ == "pobj"
    return is_modifier and noun.head.lower_ in ("before", "until", "after")


def _close(features: set[str]) -> frozenset[str]:
    return frozenset({"any", *features})


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return load_weights("time")


def _find_spans(
    scene: Scene, trigger: Token
) -> tuple[list[tuple[TimedSpan, Span]], list[tuple[int, TimedSpan, Span]]]:
    """The expressions of the trigger's sentence, and those of the sentences before it."""
    sentence = trigger.sent
    starts = [sentence.start_char]
    node = sentence
    while len(starts) <= _BACK and node.start > 0:
        node = scene.doc[node.start - 1].sent
        starts.append(node.start_char)
    own: list[tuple[TimedSpan, Span]] = []
    near: list[tuple[int, TimedSpan, Span]] = []
    for span in scene.times:
        if not starts[-1] <= span.start < sentence.end_char:
            continue
        phrase = scene.doc.char_span(span.first, span.end, alignment_mode="expand")
        if phrase is None or not len(phrase):
            continue
        steps = next(step for step, start in enumerate(starts) if span.start >= start)
        if steps == 0:
            own.append((span, phrase))
        else:
            near.append((steps, span, phrase))
    return own, near


def _resolve(span: TimedSpan, governor: Token, status: Status) -> When | None:
    if status is not Status.CANCELLED:
        return span.resolve(find_tense(governor, status))
    ahead, gone = span.resolve(Tense.FUTURE), span.resolve(Tense.PAST)
    return ahead if span.kind.startswith("weekday") else _nearer(ahead, gone)


def _nearer(ahead: When | None, gone: When | None) -> When | None:
    """What was called off may have been due before or after the day of publication: the nearer."""
    if ahead is None or gone is None or ahead.start is None or gone.start is None:
        return ahead or gone
    return ahead if str(ahead.start)[:4] == str(gone.start)[:4] else gone


def _describe(scene: Scene, span: TimedSpan, when: When, status: Status) -> set[str]:
    found = {f"kind {span.kind}", f"lead {span.lead or 'none'}"}
    found.add(f"{status.value}, kind {span.kind}")
    found.add(f"{status.value}, lead {span.lead or 'none'}")
    published = scene.published
    if published is not None:
        if status in _GONE and _is_after(when.start, published):
            found.add("clash: to come")
        if status in _AHEAD and _is_before(when.end, published):
            found.add("clash: gone by")
    start = scene.doc.text[span.end : span.end + 4].lstrip()[:1]
    is_early = (
        not scene.doc.text[: span.start].rpartition("\n")[2].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ ,./")
    )
    if is_early and start in ("-", "–", "—", ":") and span.start > 0:
        found.add("dateline")
    if scene.doc.text[span.end : span.end + 1] in ("'", "’"):
        found.add("possessive")
    return found


def _is_after(start: PartialDate | None, published: PartialDate) -> bool:
    return start is not None and str(start) > str(published) and str(start)[:1] != "-"


def _is_before(end: PartialDate | None, published: PartialDate) -> bool:
    if end is None or str(end).startswith("-"):
        return False
    return str(end) < str(published) and not str(published).startswith(str(end))


def _describe_modifier(span: TimedSpan, phrase: Span, trigger: Token) -> set[str]:
    """Whether "June" in "the June summit" stands before the trigger or before another noun."""
    if not span.is_modifier:
        return set()
    head = phrase.root.head
    is_own = head.i == trigger.i or (
        phrase.end <= trigger.i <= phrase.end + 4 and head.i in (trigger.i, trigger.head.i)
    )
    return {"modifies the trigger" if is_own else "modifies another"}


def _describe_far(scene: Scene, phrase: Span, trigger: Token, steps: int) -> set[str]:
    """How an expression of an earlier sentence stands to the trigger."""
    governor = find_governor(phrase)
    between = scene.doc.text[phrase.end_char : trigger.idx]
    is_paragraph = "\n" in between.rstrip()
    found = {f"back {steps}", f"back {steps}, {'another' if is_paragraph else 'same'} paragraph"}
    is_verb = trigger.pos_ in ("VERB", "AUX")
    if is_verb:
        found.add("far, verb")
    else:
        is_known = any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in trigger.lefts)
        found.add("far, definite noun" if is_known else "far, noun")
    lemmas = {governor.lemma_.lower(), *(node.lemma_.lower() for node in syntax.climb(governor))}
    if trigger.lemma_.lower() in lemmas:
        found.add("far, the same word")
        found.add(f"far, the same word, {'verb' if is_verb else 'noun'}")
    elif trigger.lemma_.lower() in {token.lemma_.lower() for token in phrase.sent}:
        found.add("far, the same word in the sentence")
    if governor.dep_ == "ROOT":
        found.add("far, governor is the root")
    subject = next((c for c in trigger.sent.root.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.pos_ == "PRON":
        found.add("far, a pronoun is the subject")
    if phrase.start - phrase.sent.start <= 2:
        found.add("far, opens its sentence")
    first = trigger.sent[0].lower_
    if first in ("during", "after", "following", "at", "also", "then", "later"):
        found.add(f"far, sentence opens with {first}")
    in_quote = scene.doc.text[: trigger.idx].count("“") > scene.doc.text[: trigger.idx].count("”")
    if in_quote:
        found.add("far, in a quotation")
    return found
