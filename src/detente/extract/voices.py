"""Voices: who says what in the text, in the shape that the claim rules need.

`read` finds attributions; the pipeline hands them over as these, since stages are siblings.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.statements import Form

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One attribution, in code points: what is said, by whom, with which words, to whom.

    ``is_asserted`` is False for "did not say", "declined to say"; ``is_denial`` for "denied that";
    ``is_quoted`` where quotation marks enclose (part of) the content.
    """

    contents: tuple[Offsets, ...]
    source: Offsets | None
    cue: Offsets | None = None
    venue: Offsets | None = None
    form: Form = Form.INDIRECT
    is_asserted: bool = True
    is_denial: bool = False
    whole: Offsets | None = None
    """The source with all that describes it: "Jay Lee, a spokesman for the ministry"."""
    is_question: bool = False
    """Asked by a reporter whom the text does not name."""

    def holds(self, start: int, end: int) -> bool:
        """Whether the content covers these code points."""
        return any(first <= start and end <= last for first, last in self.contents)

    @property
    def size(self) -> int:
        """Length of the longest content in code points: of two voices the inner one is shorter."""
        return max((last - first for first, last in self.contents), default=0)
