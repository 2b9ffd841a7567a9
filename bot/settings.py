"""Settings, read once from the environment and `.env`; a value that cannot be used is named and stops the start."""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM_ROOT = "https://api.telegram.org"


class SettingsError(Exception):
    """A setting cannot be used; the message names the variable and never its value."""


class Settings(BaseSettings):
    """What can be set from outside; `.env.example` explains each."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_bot_token: SecretStr = Field(default=SecretStr(""), validation_alias="TELEGRAM_BOT_TOKEN")
    telegram_api_base: str = Field(default=TELEGRAM_ROOT, validation_alias="TELEGRAM_API_BASE")
    dondoc_db: Path = Field(default=Path("data/dondoc.db"), validation_alias="DONDOC_DB")
    dondoc_admins: Annotated[tuple[int, ...], NoDecode] = Field(default=(), validation_alias="DONDOC_ADMINS")
    dondoc_today: date | None = Field(default=None, validation_alias="DONDOC_TODAY")
    dondoc_port: int = Field(default=8057, ge=0, le=65535, validation_alias="DONDOC_PORT")
    dondoc_log_level: str = Field(default="INFO", validation_alias="DONDOC_LOG_LEVEL")

    @field_validator("dondoc_admins", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        """Read "12345, 67890" as two ids."""
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("telegram_api_base")
    @classmethod
    def _root(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("dondoc_log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
        return value.upper()


def read_settings() -> Settings:
    """Return the settings. Raises SettingsError naming each variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        complaints = "; ".join(
            f"{e['loc'][0]}: {e['msg']}" for e in error.errors(include_input=False, include_url=False)
        )
        raise SettingsError(complaints) from None
