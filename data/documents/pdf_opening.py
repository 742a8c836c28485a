"""The process that reads the first pages of a PDF: the file comes in, their text goes out, within hard bounds."""

import sys

from data.documents.pdf_ink import open_pdf
from data.documents.pdf_reader import limit

PAGES = 2
"""A stamp stands on the first page; a cover may lie before it."""


def main() -> None:
    """Reads standard input, writes standard output; dies where the file is none, is locked or asks for too much."""
    data = sys.stdin.buffer.read()
    limit()
    document = open_pdf(data)
    for place in range(min(PAGES, len(document))):
        text = document[place].get_textpage().get_text_range()
        sys.stdout.buffer.write(text.encode("utf-8", "ignore") + b"\n")


if __name__ == "__main__":
    main()
