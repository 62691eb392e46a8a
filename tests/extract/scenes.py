"""Scenes set by hand: who is who in a Doc, when, and who says what: no reading, no resolving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from detente.extract.layout import Layout, lay_out
from detente.extract.matcher import Hit, Term
from detente.extract.scene import Scene, make_scene
from detente.extract.timing import TimedSpan
from detente.extract.voices import Voice
from detente.model.article import Article
from detente.model.dates import PartialDate, When
from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import Party, Rank

_KINDS = {
    Rank.GOVERNMENT: MentionKind.STATE,
    Rank.NONSTATE: MentionKind.MOVEMENT,
    Rank.LEGISLATURE: MentionKind.GROUP,
    Rank.WORKING: MentionKind.BODY,
}


class Terms:
    """A matcher of a few terms: each by the words that it stands on."""

    def __init__(self, terms: Mapping[str, Term] | None = None) -> None:
        self._terms = dict(terms or {})

    def find_hits(self, doc: Doc) -> tuple[Hit, ...]:
        found = []
        for phrase, term in self._terms.items():
            first, last = find_tokens(doc, phrase)
            found.append(Hit(term=term, start=first, end=last))
        return tuple(sorted(found, key=lambda hit: hit.start))


def make_layout(doc: Doc, terms: Mapping[str, Term] | None = None) -> Layout:
    """A Doc with the terms that a test names."""
    return lay_out(doc, Terms(terms))  # type: ignore[arg-type]


def set_scene(
    doc: Doc,
    who: Mapping[str, str] | None = None,
    *,
    times: Sequence[TimedSpan] = (),
    voices: Sequence[Voice] = (),
    terms: Mapping[str, Term] | None = None,
    article: Article | None = None,
) -> Scene:
    """A scene in which ``who`` says of phrases which party they name: ``{"Wang": "CHN minister"}``.

    A third word gives the kind of mention where the rank does not tell it.
    """
    resolutions = tuple(
        _resolve(doc, phrase, what, index)
        for index, (phrase, what) in enumerate((who or {}).items())
    )
    return make_scene(
        article or Article(text=doc.text, published=PartialDate("2022-04-18")),
        make_layout(doc, terms),
        resolutions,
        times=tuple(times),
        voices=tuple(voices),
    )


def find_tokens(doc: Doc, phrase: str) -> tuple[int, int]:
    """First token and end of a phrase that stands in the Doc once."""
    start, end = find_offsets(doc, phrase)
    span = doc.char_span(start, end)
    assert span is not None, f"{phrase!r} does not end with tokens"
    return span.start, span.end


def find_offsets(doc: Doc, phrase: str) -> tuple[int, int]:
    """Where a phrase stands, in code points."""
    assert phrase in doc.text, f"{phrase!r} is not in {doc.text!r}"
    start = doc.text.index(phrase)
    return start, start + len(phrase)


def make_time(doc: Doc, phrase: str, start: str, end: str | None) -> TimedSpan:
    """A time expression that means the same in every tense."""
    first, last = find_offsets(doc, phrase)
    when = When(start=PartialDate(start), end=PartialDate(end) if end else None, text=phrase)
    return TimedSpan(start=first, end=last, resolve=lambda _: when)


def make_voice(doc: Doc, content: str, source: str | None, **others: object) -> Voice:
    """An attribution of ``content`` to ``source``; ``venue`` and ``cue`` are phrases as well."""
    places = {
        name: find_offsets(doc, str(others.pop(name)))
        for name in ("venue", "cue")
        if name in others
    }
    return Voice(
        contents=(find_offsets(doc, content),),
        source=find_offsets(doc, source) if source is not None else None,
        **places,
        **others,  # type: ignore[arg-type]
    )


def _resolve(doc: Doc, phrase: str, what: str, index: int) -> Resolution:
    state, rank_name, *kind_name = what.split()
    rank = Rank(rank_name)
    kind = MentionKind(kind_name[0]) if kind_name else _KINDS.get(rank, MentionKind.PERSON)
    start, end = find_offsets(doc, phrase)
    first, last = find_tokens(doc, phrase)
    name = phrase if kind is MentionKind.PERSON else None
    head = doc[first:last].root
    party = Party(
        text=phrase, state=state, rank=rank, name=name, office="office", start=start, end=end
    )
    mention = Mention(
        index=index,
        start=start,
        end=end,
        text=phrase,
        kind=kind,
        sentence=list(doc.sents).index(head.sent),
        paragraph=0,
        first=first,
        last=last,
        head=head.i,
        is_subject=head.dep_ == "nsubj",
        name=name,
        rank=rank,
        states=(state,),
    )
    return Resolution(mention=mention, parties=(party,), entity=f"{state}:{phrase}", reason="test")
