"""English is read; other languages are refused by name; a headline is not refused for its names."""

import pytest

from detente.errors import LanguageError
from detente.ingest.language import check_english


def check(text: str) -> None:
    check_english(text, "a.txt", min_english=0.5)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said that he had not met the minister, who was in Lima.",
        "Lavrov met Blinken in Geneva",
        "Lavrov, Kuleba, Cavusoglu: Antalya talks",
        "Xi Jinping visits Riyadh, Jeddah, Abu Dhabi",
        "TRUMP MEETS KIM",
        "Rutte tours Baltic states, promises jets",
        "Lula snubs Zelensky, blames scheduling conflict",
        "Shr 37 cts vs 26 cts; net 3,308 vs 1,512; revs 6,467 vs 2,590; shrs 10.7 mln vs 9.1 mln",
        "Quarterly exports rose sharply, customs figures showed; imports fell six percent.",
        "12345 – 678",
        "",
    ],
)
def test_english_and_names_pass(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("German", "Der Außenminister hat sich geweigert, den Botschafter in Genf zu treffen."),
        ("French", "Le ministre a refusé de rencontrer l'ambassadeur à Genève."),
        ("Spanish", "El ministro se negó a reunirse con el embajador en Ginebra."),
        ("Dutch", "De minister weigerde de ambassadeur in Genève te ontmoeten."),
        ("Norwegian", "Utenriksministeren ville ikke møte ambassadøren, sa hun på mandag."),
        ("Russian", "Министр отказался встретиться с послом в Женеве."),
        ("Greek", "Ο υπουργός αρνήθηκε να συναντήσει τον πρέσβη στη Γενεύη."),
        ("Chinese", "外交部长拒绝会见大使。"),
        ("Arabic", "رفض وزير الخارجية لقاء السفير في جنيف."),
        (
            "French",
            "LE MINISTRE A REFUSÉ LA RENCONTRE AVEC LE CHEF DE LA MISSION, DIT UN MEMBRE.",
        ),
    ],
)
def test_another_language_is_refused_by_name(language: str, text: str) -> None:
    with pytest.raises(LanguageError) as caught:
        check(text)
    assert str(caught.value) == (
        f"a.txt: is in {language}, and only English can be read; "
        "translate it first, or give --language en"
    )


def test_a_script_that_the_detector_does_not_know_is_refused_without_a_name() -> None:
    with pytest.raises(LanguageError, match="does not seem to be English; translate"):
        check("รัฐมนตรีปฏิเสธที่จะพบกับเอกอัครราชทูต")


def test_a_foreign_text_under_an_english_head_is_refused() -> None:
    head = "The article below was published on our site and is given here in full. " * 4
    body = "Le ministre a refusé de rencontrer l'ambassadeur, selon son porte-parole. " * 200
    with pytest.raises(LanguageError, match="French"):
        check(head + body)


def test_the_threshold_is_the_callers() -> None:
    check_english("El ministro se negó a ver al embajador en Lima.", "a.txt", min_english=0.0)
