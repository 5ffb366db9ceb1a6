"""The events of a job as they are sent, each with its number."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Final

from sayso.web.jobs.board import Job

#: Seconds between two looks, and looks after which one says that one is still here.
_LOOK_S: Final = 0.2
_QUIET_LOOKS: Final = 50


async def told(job: Job, after: int) -> AsyncIterator[str]:
    """Give the events behind a number, and those that come, until the job is over."""
    sent, quiet = min(after, len(job.events)), 0
    yield "retry: 1000\n\n"
    while True:
        is_over, every = job.is_over, list(job.events[sent:])
        for number, (kind, shape) in enumerate(every, sent + 1):
            data = json.dumps(shape, ensure_ascii=False)
            yield f"id: {number}\nevent: {kind}\ndata: {data}\n\n"
        sent, quiet = sent + len(every), 0 if every else quiet + 1
        if is_over and not every:
            return
        if quiet >= _QUIET_LOOKS:
            yield ": still here\n\n"
            quiet = 0
        await asyncio.sleep(0 if is_over else _LOOK_S)
