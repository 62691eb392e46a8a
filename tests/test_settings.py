"""Settings: defaults, file, environment, and the refusal of anything unknown or out of bounds."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import SettingsError
from detente.settings import Settings, load_settings


def write(folder: Path, text: str, name: str = "chosen.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_file_or_environment_the_defaults_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(environ={}) == Settings()


def test_a_file_in_the_current_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "max_redirects = 2\n", "detente.toml")
    monkeypatch.chdir(tmp_path)
    assert load_settings(environ={}).max_redirects == 2


def test_the_environment_names_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "max_redirects = 2\n", "detente.toml")
    chosen = write(tmp_path, "max_redirects = 3\n")
    monkeypatch.chdir(tmp_path)
    assert load_settings(environ={"DETENTE_SETTINGS": str(chosen)}).max_redirects == 3


def test_an_argument_goes_before_the_file_that_the_environment_names(tmp_path: Path) -> None:
    chosen = write(tmp_path, "max_redirects = 3\n")
    environ = {"DETENTE_SETTINGS": str(tmp_path / "missing.toml")}
    assert load_settings(chosen, environ).max_redirects == 3


def test_a_variable_goes_before_the_file(tmp_path: Path) -> None:
    chosen = write(tmp_path, "timeout_s = 3.5\nmax_bytes = 10\n")
    settings = load_settings(chosen, {"DETENTE_TIMEOUT_S": "7", "HOME": "/nowhere"})
    assert (settings.timeout_s, settings.max_bytes) == (7.0, 10)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    chosen = write(tmp_path, "\ufeffmax_redirects = 1\n")
    assert load_settings(chosen, {}).max_redirects == 1


def test_a_whole_number_is_good_for_a_number(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "timeout_s = 3\n"), {}).timeout_s == 3.0


def test_an_unknown_key_is_refused_with_key_file_and_the_nearest_name(tmp_path: Path) -> None:
    chosen = write(tmp_path, "time_out = 3\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(chosen, {})
    assert str(caught.value) == (f"{chosen}: unknown setting 'time_out'; did you mean timeout_s?")


def test_a_key_like_no_other_is_refused_with_all_names(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="use one of allow_private, judge, max_bytes"):
        load_settings(write(tmp_path, "zzz = 1\n"), {})


def test_an_unknown_variable_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"variable DETENTE_PIPLINE: .*did you mean pipeline"):
        load_settings(write(tmp_path, ""), {"DETENTE_PIPLINE": "x"})


@pytest.mark.parametrize(
    "line",
    [
        'max_bytes = "10"',
        "max_bytes = true",
        "max_bytes = 0",
        "max_bytes = 1.5",
        "allow_private = 1",
        "timeout_s = nan",
        "timeout_s = inf",
        "timeout_s = -1",
        "min_english = 1.5",
        "pipeline = ' '",
        "pipeline = ['a']",
        'user_agent = "a\\nX-Other: b"',
        "[pipeline]",
        "max_bytes",
    ],
)
def test_a_wrong_value_is_refused_with_its_file(tmp_path: Path, line: str) -> None:
    chosen = write(tmp_path, line)
    with pytest.raises(SettingsError) as caught:
        load_settings(chosen, {})
    assert caught.value.subject == str(chosen)
    key = line.partition(" ")[0].strip("[]")
    assert (
        f"{key} must be" in str(caught.value)
        or "must lie" in str(caught.value)
        or ("is not TOML" in str(caught.value))
    )


@pytest.mark.parametrize("text", ["yes", "TRUE", "1", " on "])
def test_a_variable_says_yes_in_words(tmp_path: Path, text: str) -> None:
    assert load_settings(write(tmp_path, ""), {"DETENTE_ALLOW_PRIVATE": text}).allow_private


@pytest.mark.parametrize("text", ["no", "False", "0", ""])
def test_a_variable_says_no_in_words(tmp_path: Path, text: str) -> None:
    chosen = write(tmp_path, "allow_private = true")
    assert not load_settings(chosen, {"DETENTE_ALLOW_PRIVATE": text}).allow_private


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("DETENTE_ALLOW_PRIVATE", "perhaps"),
        ("DETENTE_MAX_BYTES", "ten"),
        ("DETENTE_MAX_BYTES", "1e3"),
        ("DETENTE_TIMEOUT_S", "nan"),
    ],
)
def test_a_wrong_variable_is_refused_by_name(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load_settings(write(tmp_path, ""), {name: text})


def test_a_named_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.toml: cannot be read"):
        load_settings(tmp_path / "missing.toml", {})


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "chosen.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="is not TOML"):
        load_settings(path, {})


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["PIPELINE", "MAX_BYTES", "TIMEOUT_S", "MIN_ENGLISH", "X"]), st.text()
    )
)
def test_no_environment_breaks_anything_but_the_promise(values: dict[str, str]) -> None:
    environ = {f"DETENTE_{name}": text for name, text in values.items()}
    message = ""
    try:
        found = load_settings(Path(os.devnull), environ)
    except SettingsError as error:
        message = str(error)
    assert "\n" not in message
    assert message or ("X" not in values and found.max_bytes >= 1)
