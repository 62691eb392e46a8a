"""Scene: a Doc with its mentions resolved: what the claim rules look at.

The bridge between syntax (tokens) and parties; made once an article, by the pipeline.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.layout import Layout
from detente.extract.timing import TimedSpan
from detente.extract.voices import Voice
from detente.model.dates import PartialDate
from detente.model.evidence import Evidence
from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.article import Article

_GROUP_LINKS = ("of", "from", "led", "by", "including", "representing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An article's Doc, layout, and the resolution of each mention, by token."""

    article: Article
    layout: Layout
    resolutions: tuple[Resolution, ...]
    outer_at: dict[int, int]
    """For each token the number of the longest mention that covers it."""
    times: tuple[TimedSpan, ...] = ()
    voices: tuple[Voice, ...] = ()
    interviews: dict[str, str] = field(default_factory=dict)
    """The outlet that a speaker talked to, by the speaker's entity."""

    @property
    def doc(self) -> Doc:
        """The parsed text."""
        return self.layout.doc

    @property
    def published(self) -> PartialDate | None:
        """The day that relative dates are reckoned from."""
        return self.article.published

    def find_resolution(self, token: Token) -> Resolution | None:
        """The resolution of the longest mention that covers a token."""
        number = self.outer_at.get(token.i)
        return self.resolutions[number] if number is not None else None

    def find_parties(self, token: Token) -> tuple[Party, ...]:
        """The parties that an argument word stands for; empty when it names none.

        "senators" in "a group of US senators" is found through "of" from "group".
        """
        resolution = self.find_resolution(token)
        if resolution is not None and self._is_argument(resolution.mention, token):
            return self._find_of_both(token, resolution) or resolution.parties
        return self._find_inside(token)

    def _find_of_both(self, token: Token, resolution: Resolution) -> tuple[Party, ...]:
        """ "Officers of the two countries": one party of each, with the officers' rank."""
        if not resolution.mention.is_plural or resolution.mention.states:
            return ()
        for target in syntax.find_prepositional(token, "of", "from"):
            found = self.find_resolution(target)
            if found is not None and len(found.parties) > 1 and resolution.parties:
                rank, text = resolution.parties[0].rank, resolution.mention.text
                return tuple(
                    replace(party, rank=rank, text=text, name=None) for party in found.parties
                )
        return ()

    def find_mention(self, token: Token) -> Mention | None:
        """The longest mention that covers a token."""
        resolution = self.find_resolution(token)
        return resolution.mention if resolution is not None else None

    def take(self, start: int, end: int) -> Evidence:
        """Evidence from tokens ``start:end`` without the white space around them."""
        span = self.doc[start:end]
        text = self.doc.text
        first, last = span.start_char, span.end_char
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        return Evidence.take(self.article.id, text, first, last)

    def _is_argument(self, mention: Mention, token: Token) -> bool:
        """Whether the word is the mention, not a noun that the mention only modifies."""
        return not (mention.is_modifier and mention.kind is not MentionKind.PRONOUN) or (
            mention.first <= token.i < mention.last
        )

    def _find_inside(self, token: Token) -> tuple[Party, ...]:
        if token.pos_ not in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"):
            return ()
        owners = syntax.children(token, "poss") if token.pos_ == "NOUN" else []
        for target in (*owners, *syntax.find_prepositional(token, *_GROUP_LINKS)):
            found = self.find_parties(target)
            if found:
                return found
        return ()


def make_scene(
    article: Article,
    layout: Layout,
    resolutions: tuple[Resolution, ...],
    *,
    times: tuple[TimedSpan, ...] = (),
    voices: tuple[Voice, ...] = (),
) -> Scene:
    """Index resolutions by token, and add the time expressions and voices of the text."""
    outer_at: dict[int, int] = {}
    for number, resolution in sorted(
        enumerate(resolutions), key=lambda item: item[1].mention.last - item[1].mention.first
    ):
        for i in range(resolution.mention.first, resolution.mention.last):
            outer_at[i] = number
    return Scene(
        article=article,
        layout=layout,
        resolutions=resolutions,
        outer_at=outer_at,
        times=times,
        voices=voices,
    )
