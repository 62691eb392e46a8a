"""Marked sentences (``<s>…</s>`` towards ``<t>…</t>``) with a PLOVER root: to windows and figures.

PLOVER's YIELD is what later became CONCEDE and RETREAT; CONSULT is what contacts are.
"""

from __future__ import annotations

import re

from detente.model.claims import EventType
from detente.model.judgements import Judgement
from detente.model.parties import Rank
from detente.model.windows import Mark, Pair, Window

CONSULT = "CONSULT"
YIELD = "YIELD"
_YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
_MARK = re.compile(r"</?[st]>")


def make_window(marked: str, *, features: int = 0) -> Window | None:
    """The window of a marked sentence, or None where it lacks a whole mark of either kind."""
    plain: list[str] = []
    at = last = 0
    places: dict[str, int] = {}
    for match in _MARK.finditer(marked):
        part = marked[last : match.start()]
        plain.append(part)
        at += len(part)
        last = match.end()
        places.setdefault(match.group(), at)
    plain.append(marked[last:])
    if len(places) != 4:
        return None
    spans = [("SOURCE", places["<s>"], places["</s>"]), ("TARGET", places["<t>"], places["</t>"])]
    spans.sort(key=lambda item: item[1:])
    marks = tuple(
        Mark(
            start=start,
            end=end,
            number=i,
            member=0,
            state=name,
            rank=Rank.GOVERNMENT,
            is_place=False,
            is_inside=True,
        )
        for i, (name, start, end) in enumerate(spans)
    )
    numbers = (1.0, 1.0, *(0.0,) * (features - 2)) if features else ()
    text = "".join(plain)
    return Window(
        text=text,
        start=0,
        end=len(text),
        sentence=0,
        marks=marks,
        pairs=(Pair(x=(0,), y=(1,), features=numbers),),
    )


def find_root(judgement: Judgement, window: Window) -> str:
    """The likeliest root of what the source does to the target: CONSULT or an action's type."""
    is_forward = window.marks[0].state == "SOURCE"
    act = judgement.forward if is_forward else judgement.backward
    chances = {CONSULT: judgement.contact}
    for kind, share in act.types.items():
        root = YIELD if kind in _YIELDING else kind.value
        chances[root] = chances.get(root, 0.0) + share * max(act.chance, 1.0 - judgement.contact)
    return max(chances, key=lambda root: chances[root])
