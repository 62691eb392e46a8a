"""Whether two names can be one person's; apart so that gathering and the tables ask it alike."""

from __future__ import annotations

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_INITIAL = 1  # letter: "J", but not "Yi"


def is_same_name(a: str, b: str) -> bool:
    """Whether the shorter name can stand for the longer: "Lavrov" for "Sergey Lavrov".

    "Kim" may be "Kim Jong Un"; "Bill Clinton" is not "Hillary Clinton".
    """
    first, second = split_name(a), split_name(b)
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return False
    if len(shorter) == 1:
        return shorter[0] in (longer[-1], longer[0]) or (
            len(longer) > 2 and shorter[0] in longer[1:]
        )
    return set(shorter) <= set(longer)


def is_compatible_name(a: str, b: str) -> bool:
    """Whether two full names can be one person's, initials and "Jr." aside."""
    first, second = _long_words(a), _long_words(b)
    return bool(first and second) and (first <= second or second <= first)


def split_name(name: str) -> list[str]:
    """The words of a name in lower case, without stops, hyphens and "Jr."."""
    plain = name.lower().translate(str.maketrans("-.,", "   "))
    return [word for word in plain.split() if word not in _SUFFIXES]


def _long_words(name: str) -> set[str]:
    return {word for word in split_name(name) if len(word) > _INITIAL}
