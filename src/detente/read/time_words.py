"""The words of time in English news, with what they count or name.

Apart from `time_patterns`, which builds patterns of them, and from the resolvers, which share them.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs thur",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
NUMBERS = (
    {word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, start=2)}
    | {
        f"{ten}-{one}": 10 * number + digit
        for number, ten in enumerate(_TENS, start=2)
        for digit, one in enumerate(_ONES[1:10], start=1)
    }
    | {"a": 1, "an": 1, "another": 1, "a couple of": 2, "a pair of": 2, "a dozen": 12}
    | {"hundred": 100, "a hundred": 100}
)
VAGUE_NUMBERS = ("a few", "several", "some", "many", "recent", "a number of", "a handful of")
ORDINALS = {
    word: number
    for number, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "last final"), start=1
    )
    for word in words.split()
}
UNIT_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
PARTS_OF_DAY = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "noon": "T12:00",
    "midnight": "T24:00",
}
NOW_VALUES = {
    "PAST_REF": ("recently", "lately", "in the past", "not long ago", "long ago", "of late"),
    "FUTURE_REF": (
        "soon",
        "shortly",
        "in the near future",
        "in the future",
        "in the foreseeable future",
        "before long",
        "sooner or later",
        "one day",
    ),
    "PRESENT_REF": (
        "now",
        "currently",
        "at the moment",
        "at present",
        "at this time",
        "right now",
        "these days",
        "nowadays",
        "so far",
        "presently",
    ),
}
SETS = {
    "daily": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "biennial": "P2Y",
}
