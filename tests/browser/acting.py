"""What tests do on a page again and again: add a text, sign a decision, mark words."""

import time
from urllib.parse import quote

import httpx
from playwright.sync_api import Page, expect


def added(address: str, name: str, text: str, **about: str) -> str:
    """Add a text to the project that is served, and give the document's id once it is read."""
    headers = {"X-Filename": quote(name), "Origin": address}
    url = f"{address}/api/v1/documents"
    answer = httpx.post(url, content=text.encode(), headers=headers, params=about, timeout=60)
    job = answer.raise_for_status().json()["id"]
    until = time.monotonic() + 120
    while time.monotonic() < until:
        told = httpx.get(f"{address}/api/v1/jobs/{job}", timeout=60).json()
        if told["state"] not in {"waiting", "running"}:
            break
        time.sleep(0.2)
    [file] = told["files"]
    key: str = file["document"]
    return key


def signed(page: Page, button: str, *, reason: str = "read in its words", by: str) -> None:
    """Fill in the dialog that is open, and send it."""
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill(reason)
    dialog.get_by_label("Signed by").fill(by)
    dialog.get_by_role("button", name=button).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


#: Gives where some words begin and end on the screen: at the outer sides of their first and last
#: letters, which of one that is read to the left are its right and its left one.
_ENDS = """words => {
    const walk = document.createTreeWalker(document.querySelector(".page"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walk.nextNode()) nodes.push(walk.currentNode);
    const whole = nodes.map(node => node.data).join("");
    const place = (at) => {
        for (const node of nodes) {
            if (at <= node.data.length) return [node, at];
            at -= node.data.length;
        }
    };
    const side = (letter, at, isEnd) => {
        const range = document.createRange();
        range.setStart(...place(at));
        range.setEnd(...place(at + letter.length));
        const box = range.getBoundingClientRect();
        const isRight = isEnd !== /\\p{Script=Arabic}/u.test(letter);
        return [isRight ? box.right - 1 : box.left + 1, box.top + box.height / 2];
    };
    const [start, letters] = [whole.indexOf(words), [...words]];
    const last = letters.at(-1);
    return [...side(letters[0], start, false),
            ...side(last, start + words.length - last.length, true)];
}"""


def marked(page: Page, words: str) -> None:
    """Drag the mouse over these words of the text, from their first letter to their last."""
    page.locator(".passage mark.at").first.scroll_into_view_if_needed()  # waits until it is still
    left, top, right, bottom = page.evaluate(_ENDS, words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, (top + bottom) / 2)
    page.mouse.move(right, bottom)
    page.mouse.up()
