"""Settings: everything has a default, and what cannot be used is named without its value."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.settings import TELEGRAM_ROOT, Settings, SettingsError, read_settings

VARIABLES = [str(field.validation_alias) for field in Settings.model_fields.values()]
EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No variable is set and no .env lies near."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_everything_has_a_default() -> None:
    settings = read_settings()
    assert settings.telegram_bot_token.get_secret_value() == ""
    assert settings.telegram_api_base == TELEGRAM_ROOT
    assert settings.dondoc_db == Path("data/dondoc.db")
    assert settings.dondoc_admins == ()
    assert settings.dondoc_today is None
    assert settings.dondoc_port == 8057
    assert settings.dondoc_log_level == "INFO"


def test_what_is_set_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "TELEGRAM_BOT_TOKEN": "123456:abc",
        "TELEGRAM_API_BASE": "http://127.0.0.1:8081/",
        "DONDOC_DB": "/srv/dondoc/bot.db",
        "DONDOC_ADMINS": " 570005, 570004 ,",
        "DONDOC_TODAY": "2026-11-22",
        "DONDOC_PORT": "9000",
        "DONDOC_LOG_LEVEL": "debug",
    }.items():
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert settings.telegram_bot_token.get_secret_value() == "123456:abc"
    assert settings.telegram_api_base == "http://127.0.0.1:8081"
    assert settings.dondoc_db == Path("/srv/dondoc/bot.db")
    assert settings.dondoc_admins == (570005, 570004)
    assert settings.dondoc_today == date(2026, 11, 22)
    assert settings.dondoc_port == 9000
    assert settings.dondoc_log_level == "DEBUG"


def test_an_env_file_is_read_and_the_environment_wins(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("DONDOC_PORT=9001\nDONDOC_TODAY=2026-01-05\nSOMETHING_ELSE=1\n", encoding="utf-8")
    monkeypatch.setenv("DONDOC_PORT", "9002")
    settings = read_settings()
    assert settings.dondoc_port == 9002
    assert settings.dondoc_today == date(2026, 1, 5)


def test_the_example_file_as_it_is_means_the_defaults(bare: Path) -> None:
    (bare / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert read_settings() == Settings.model_construct(
        **{name: field.default for name, field in Settings.model_fields.items()}
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DONDOC_TODAY", "hôm-nay"),
        ("DONDOC_TODAY", "2026-02-30"),
        ("DONDOC_PORT", "cổng8057"),
        ("DONDOC_PORT", "65536"),
        ("DONDOC_PORT", "-70"),
        ("DONDOC_ADMINS", "570005,vklinh"),
        ("DONDOC_ADMINS", "570005;570004"),
        ("DONDOC_LOG_LEVEL", "LOUD"),
        ("TELEGRAM_API_BASE", "api.example.vn"),
    ],
)
def test_a_malformed_value_is_refused_by_name_and_not_shown(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as refusal:
        read_settings()
    told = str(refusal.value)
    assert variable in told
    assert value not in told
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


def test_every_malformed_value_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONDOC_PORT", "x")
    monkeypatch.setenv("DONDOC_TODAY", "x")
    with pytest.raises(SettingsError, match=r"DONDOC_TODAY.*DONDOC_PORT"):
        read_settings()


def test_the_token_does_not_show_in_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:secret")
    settings = read_settings()
    assert "secret" not in f"{settings} {settings!r} {settings.model_dump_json()}"


def test_the_example_file_lists_exactly_the_settings() -> None:
    listed = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(VARIABLES)


def test_every_setting_is_explained_in_the_example_file() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(lines):
        if "=" in line and not line.startswith("#"):
            assert lines[place - 1].startswith("# "), line
