"""Texts that honest authors write, and that the rules about texts must let pass; and those that they must not."""

import pytest

from cjm_cli.lint.rules.access._personal import personal_data
from cjm_cli.lint.rules.language.placeholder_text import is_placeholder

HONEST = [
    "Asked 14 customers between 2026-05-12 and 2026-06-01",
    "2026-05-12 to 2026-06-01",
    "12.05.2026 - 01.06.2026",
    "01.02.2026 - 03.04.2026, 09.30 Uhr",
    "05/12/2026 to 06/01/2026",
    "01.06.2026-12.07.2026",
    "01/06/26-12/07/26",
    "Week of 06-12-26, 09-11",
    "18240 started checkouts",
    "21460 orders with number transfer, March to August",
    "1 234 567 890 page views",
    "1,234,567,890 page views",
    "1.234.567.890 Aufrufe",
    "Order 4711-0815-2342",
    "Order no. 100 200 3000",
    "Order 0012345678",
    "Ticket INC0012345678, case 2026-000123-4567",
    "Article 4006381333931",
    "ISBN 978-3-16-148410-0, or 0-306-40615-2",
    "Opens 09:00-18:30, Saturdays 10:00-14:00",
    "Between 09:30 and 10:45 on 01/02",
    "Waits 0.75 to 1.25 hours",
    "Pays 1 299.00 € instead of 1 499.00 €",
    "Pays 0049.99",
    "+18240 visits more than last year",
    "+12.5 % against 2025, -3.75 % against 2024",
    "From 2019 to 2024, 2025 and 2026",
    "Version 10.0.19041.1234, build 0.9.12",
    "Router at 192.168.178.100",
    "52.520008, 13.404954",
    "Calls 112, then 0800",
    "Dials the short number 22 5 11",
    "Room 03-12-117",
    "07 of 12 testers, 9 of 12 after the change",
    "Scores: 1 2 3 4 5 5 4 3 2 1",
    "01 02 03",
    "Sends it to help@example.com",
    "Sends it to rina@mail.example.org",
    "Sends it to a@b.test and to c@d.invalid",
    "Follows @shoeshop and writes to us @ the counter",
    "Uses the #size-guide channel",
    "The code is AB12 CD34 EF56",
    "Reads MT RLH-X and pro rata MRC",
    "IBAN DE00 1234 5678 9012 3456 78",
    "SKU DE12345678901234567890",
    "BLZ 370 400 44",
    "Postal code 10115 Berlin, house 7",
    "UUID 123e4567-e89b-12d3-a456-426614174000",
    "Commit 0171234567890abcdef",
    "Phone rings 3 times",
]

PERSONAL = [
    ("Write to anna.weber@web.de", "an e-mail address"),
    ("anna+shoes@mail.co.uk complained", "an e-mail address"),
    ("Написала на анна@почта.рф", "an e-mail address"),
    ("someone@example.company", "an e-mail address"),
    ("someone@notexample.com", "an e-mail address"),
    ("+49 171 2345678", "a phone number"),
    ("Call +49 (0)171 234 56 78 after six", "a phone number"),
    ("tel:+491712345678", "a phone number"),
    ("+1 (212) 456-7890", "a phone number"),
    ("(212) 456-7890", "a phone number"),
    ("212-456-7890", "a phone number"),
    ("0044 20 7946 0958", "a phone number"),
    ("020 7946 0958", "a phone number"),
    ("0171 2345678", "a phone number"),
    ("0171/234 56 78", "a phone number"),
    ("(0171) 2345678", "a phone number"),
    ("01 23 45 67 89", "a phone number"),
    ("06.12.34.56.78", "a phone number"),
    ("+44\u00a020\u00a07946\u00a00958.", "a phone number"),
    ("DE89 3704 0044 0532 0130 00", "a bank account (IBAN)"),
    ("DE89370400440532013000", "a bank account (IBAN)"),
    ("Account GB29 NWBK 6016 1331 9268 19 THEN NEXT", "a bank account (IBAN)"),
    ("NO93 8601 1117 947", "a bank account (IBAN)"),
]

WRITTEN = [
    "Todo el mundo lo compra",
    "A todo color",
    "TODO INCLUIDO",
    "TODO EN UNO",
    "Keeps a TODO list",
    "Opens the TODO app",
    "What now???",
    "And then…",
    "Well...",
    "Sizes up to XXXL and XXS",
    "New steps for old shoes",
    "A new step",
    "Wants a new journey",
    "The poem is untitled",
    "Untitled works by young painters",
    "TBDX-200",
    "ticket TODO-12",
    "mastodon and methodology",
    "Lorem Ipsen",
    "?",
    "-",
]

PLACEHOLDERS = [
    "TODO",
    "TODO: ask Tom",
    "TODO: ASK TOM",
    "Price (TBD)",
    "TBD.",
    "FIXME",
    "XXX",
    "Costs XXX euros",
    "Lorem ipsum dolor sit amet",
    "lorem  ipsum",
    "New step",
    "new Step 3",
    "Untitled",
    "Untitled #2",
    "  untitled stage ",
    "???",
    "...",
    "…",
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_nobodys_data(text):
    assert list(personal_data(text)) == []


@pytest.mark.parametrize(("text", "sort"), PERSONAL)
def test_personal_data_is_found_once(text, sort):
    assert [found for found, _ in personal_data(text)] == [sort]


def test_several_finds_in_one_text():
    text = "anna@web.de, DE89 3704 0044 0532 0130 00, +49 171 2345678 on 2026-05-12"
    assert [found for found, _ in personal_data(text)] == [
        "an e-mail address",
        "a bank account (IBAN)",
        "a phone number",
    ]


HOSTILE = ["0" * 50_000, "+1" * 20_000, "a@" * 20_000, "a." * 20_000, "AB12" * 10_000, "01-" * 20_000, "x" * 50_000]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_hostile_text_takes_no_time(text):
    list(personal_data(text))
    is_placeholder(text)


@pytest.mark.parametrize("text", WRITTEN)
def test_written_text_is_no_placeholder(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_placeholder_is_found(text):
    assert is_placeholder(text)
