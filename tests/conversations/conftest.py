"""After every conversation the log holds no error, unless the test says that it wants one."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture
def errors_wanted() -> None:
    """Ask for this where an error in the log is what must happen."""


@pytest.fixture(autouse=True)
def no_errors(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    if "errors_wanted" not in request.fixturenames:
        errors = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
        assert not errors, [record.getMessage() for record in errors]
