"""Takes updates so that a killed process loses none: more are asked for only when those before are worked off.

The next getUpdates confirms all before it, and Telegram forgets them. The library asks again as soon as it has put them
into its queue; a process killed then would never see them again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from bot.http import AiohttpRequest

# One slow answer must not keep everybody's messages back; what it was to write is on disk long before.
PATIENCE_SECONDS = 1.0


class Unhurried(AiohttpRequest):
    """Carries getUpdates, each when `settled` returns, or after a second where something hangs."""

    settled: Callable[[], Awaitable[None]] | None = None

    async def do_request(self, *args: Any, **more: Any) -> tuple[int, bytes]:
        """Wait for what is under way, then send the request as `AiohttpRequest` does."""
        if self.settled is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self.settled()
        return await super().do_request(*args, **more)
