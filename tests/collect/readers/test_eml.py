"""E-mails."""

import pytest

from sayso.collect.readers.eml import EmlReader
from sayso.collect.readers.html import HtmlReader
from sayso.errors import Unreadable
from sayso.model.vocabulary import PassageKind
from sayso.ports import ReadText
from tests.collect.made import original

HEAD = (
    "From: Press Office <press@sarband.example>\nDate: Thu, 23 May 2024 01:20:00 +0430\n"
    "Subject: Statement on the report\nMIME-Version: 1.0\n"
)


def read(message: str | bytes) -> ReadText:
    content = message.encode() if isinstance(message, str) else message
    return EmlReader(HtmlReader()).read(original(content, "a.eml"))


def test_subject_sender_and_the_senders_day_are_taken():
    found = read(HEAD + "\nWe deny it.\n")
    assert (found.title, found.publisher, found.published) == (
        "Statement on the report",
        "Press Office",
        "2024-05-23",
    )
    assert found.text == "We deny it.\n"


@pytest.mark.parametrize(
    ("header", "subject"),
    [
        ("=?utf-8?b?2KjbjNin2YbbjNmH?=", "بیانیه"),
        ("=?windows-1251?q?=C4=EE=EA=EB=E0=E4?= final", "Доклад final"),
        ("بیانیه", "بیانیه"),
        ("=?utf-8?b?broken!?=", None),
        ("=?nonsense?q?x?=", "x"),
    ],
)
def test_headers_in_any_encoding_are_read(header: str, subject: str | None):
    found = read(f"Subject: {header}\nFrom: a@b.example\nMIME-Version: 1.0\n\nWe deny it.")
    assert found.title == subject or (subject is None and found.title is not None)
    assert found.publisher == "a@b.example"


@pytest.mark.parametrize("date", ["", "yesterday", "Thu, 99 May 2024 11:20:00 +0430"])
def test_a_date_that_is_none_is_not_invented(date: str):
    assert (
        read(f"From: a@b.example\nMIME-Version: 1.0\nDate: {date}\n\nWe deny it.").published is None
    )


def multipart(*parts: str) -> str:
    inside = "".join(f"--x\n{part}\n" for part in parts)
    return f'{HEAD}Content-Type: multipart/mixed; boundary="x"\n\n{inside}--x--\n'


PLAIN = "Content-Type: text/plain; charset=utf-8\n\nWe deny it. هیڅوک نشته."
HTML = "Content-Type: text/html\n\n<html><p>We reject the report as propaganda.</p></html>"


def test_plain_text_is_preferred_to_html():
    assert read(multipart(HTML, PLAIN)).text.strip() == "We deny it. هیڅوک نشته."


def test_html_is_read_where_there_is_no_plain_text():
    assert read(multipart(HTML)).text == "We reject the report as propaganda."


def test_attached_files_come_out_whole():
    found = read(
        multipart(
            PLAIN,
            'Content-Type: application/pdf; name="a.pdf"\nContent-Transfer-Encoding: base64\n'
            'Content-Disposition: attachment; filename="=?utf-8?q?r=C3=A9port.pdf?="\n\n'
            "JVBERi0xLjQ=",
            "Content-Type: message/rfc822\n\nFrom: b@c.example\nSubject: Inside\n\nHello",
            'Content-Type: text/plain\nContent-Disposition: attachment; filename="n.txt"\n\nNote',
        )
    )
    assert found.text.strip() == "We deny it. هیڅوک نشته."
    names = [name for name, _ in found.attachments]
    contents = [content for _, content in found.attachments]
    assert names == ["réport.pdf", "attached message.eml", "n.txt"]
    assert contents[0] == b"%PDF-1.4"
    assert contents[1].startswith(b"From: b@c.example\nSubject: Inside")


def test_quoted_lines_are_not_the_senders_words():
    found = read(HEAD + "\nWe deny it.\n\n> The camps are in Kunar.\n> They are ours.\n")
    assert [block.kind for block in found.blocks] == [PassageKind.SENTENCE, PassageKind.FURNITURE]


@pytest.mark.parametrize(
    ("charset", "written"),
    [("windows-1256", "cp1256"), ("unknown-8bit", "utf-8"), ("utf-8", "cp1256")],
)
def test_the_body_is_read_whatever_its_encoding_is_called(charset: str, written: str):
    said = "قال المتحدث باسم الحركة إن التقرير دعاية لا أساس لها من الصحة."
    head = f"{HEAD}Content-Type: text/plain; charset={charset}\n\n"
    assert read(head.encode() + said.encode(written)).text == said


def test_a_mail_without_text_is_refused():
    with pytest.raises(Unreadable, match=r"a\.eml: an e-mail without text"):
        read(multipart('Content-Type: image/png; name="a.png"\n\nx'))


def test_parts_inside_parts_without_end_are_refused():
    depth = 3_000
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="{i}"\n\n--{i}\n' for i in range(depth)
    )
    with pytest.raises(Unreadable):
        read(f"From: a@b.example\nMIME-Version: 1.0\n{nested}\nx")


def test_a_sender_inside_brackets_without_end_is_left_out_and_the_mail_is_read():
    found = read(HEAD.replace("Press Office", "(" * 50_000) + "\nWe deny it.\n")
    assert (found.text, found.publisher) == ("We deny it.\n", None)
