"""Pages of which everything is noted that a page of ours must never do."""

from types import TracebackType
from typing import Self

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

#: Said by the software that draws without a graphics card, about its own speed.
_OF_THE_DRIVER = "GL Driver Message"


class Watched:
    """Opens pages; at its end it fails if one had an error or asked another machine."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    def page(self, *, scheme: str = "light", width: int = 1440) -> Page:
        """Open a page, light or dark, wide or narrow."""
        context = self._browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 900},
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._asked)
        return page

    def _said(self, message: ConsoleMessage) -> None:
        is_ours = message.type in {"error", "warning"} and _OF_THE_DRIVER not in message.text
        if is_ours:
            self.faults.append(f"{message.type}: {message.text} ({message.location})")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.faults.append(f"asked {request.url}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for context in self._contexts:
            context.close()
        assert error is not None or not self.faults, self.faults
