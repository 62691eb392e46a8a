"""Encodings that are not UTF-8: what is believed, and what is refused rather than guessed."""

import pytest

from detente.ingest.encodings import find_declared, guess_text, is_western, parse_declared

WESTERN = (
    "The envoys met in a café in São Paulo with Mr Müller and Señora Peña.",
    "“They can’t go on” – he said… the price was £5 (€6), or 20°.",
    "Le ministre français a déclaré à l’ambassadeur que les négociations étaient terminées.",
    "ÉLYSÉE: Mr Çavuşoglu".replace("ş", "s"),
    "¿Qué pasa?",
    "Naïve Ångström, Œuvre, Škoda",
)


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_is_read_as_windows_1252(text: str) -> None:
    assert guess_text(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_another_script_is_read_by_the_detector(encoding: str) -> None:
    text = "Министр иностранных дел не стал встречаться с послом, сообщили в посольстве. " * 5
    assert guess_text(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("President Lech Wałęsa met the envoy in Gdańsk on Sunday.", "cp1250"),
        ("Mr Jiří Dienstbier spoke to Mr Čalfa.", "cp1250"),
        ("The talks can’t go on, Mr Müller said.", "mac_roman"),
        ("The café in Köln was shut.", "cp437"),
    ],
)
def test_other_latin_encodings_are_not_guessed(text: str, encoding: str) -> None:
    assert guess_text(text.encode(encoding)) is None


@pytest.mark.parametrize("text", ["canÕt", "Wa³êsa", "Ìèíèñòð", "mo¿e", "K”ln", "Jiøí", "Ren‚"])
def test_letters_and_signs_where_they_cannot_stand_are_not_western(text: str) -> None:
    assert not is_western(text)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=Windows-1251>", "Windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?>", "ISO-8859-1"),
        (b"<p>charset=utf-8</p>", None),
        (b"", None),
    ],
)
def test_a_page_declares_its_encoding(page: bytes, found: str | None) -> None:
    assert find_declared(page) == found


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("UTF8", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("Windows-1251", "cp1251"),
        ("gb2312", "gb18030"),
        ("x-unknown", None),
        ("hex", None),
        ("utf-16", None),
        ("é", None),
        ("a\0b", None),
        ("", None),
        (None, None),
    ],
)
def test_declared_names_are_read_as_browsers_do(declared: str | None, name: str | None) -> None:
    assert parse_declared(declared) == name
