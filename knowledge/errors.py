"""The situations a person can act on, as exceptions. `handlers` maps each to one clear sentence."""


class DondocError(Exception):
    """Base of all errors that this project raises on purpose."""


class CorpusError(DondocError):
    """The corpus fails its checks; `findings` lists every reason."""

    def __init__(self, findings: list[str]) -> None:
        """Keep `findings`, one sentence each."""
        super().__init__(f"{len(findings)} finding(s): " + "; ".join(findings[:5]))
        self.findings = findings


class UnknownAgencyError(DondocError):
    """A name that no agency or group of the registry carries."""


class UnknownPersonError(DondocError):
    """A number that nobody with a record carries (any more)."""


class UnknownTaskError(DondocError):
    """A code that no task carries."""
