"""Finds what identifies a person in a text; careful with dates, prices and order numbers."""

import re
from collections.abc import Iterator

SPACE = r"[ \u00a0\u202f]"
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@((?:[\w-]{1,63}\.)+[^\W\d_]{2,24})")
RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|localhost|test)$", re.IGNORECASE)
"""Domains that belong to nobody, by RFC 2606."""

IBAN = re.compile(rf"\b[A-Z]{{2}}\d{{2}}(?:{SPACE}?[A-Z0-9]{{4}}){{2,7}}(?:{SPACE}?[A-Z0-9]{{1,3}})?\b")
SHORTEST_IBAN, LONGEST_IBAN = 15, 34

DATE_OR_TIME = re.compile(
    r"\b(?<!\d[./-])(?:"
    r"\d{4}-\d{2}(?:-\d{2})?"  # 2026-05-12
    r"|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2}(?!\1?\d))"  # 12.05.2026, 12/05/26
    r"|\d{1,2}:\d{2}|\d{1,2}[.]\d{2}(?= ?(?:h|am|pm|Uhr)\b)"  # 9:30, 9.30 Uhr
    r")\b"
)
GAP = rf"(?:{SPACE}|[-./()\u2011]){{0,3}}"
PHONE = re.compile(
    rf"(?<![\w+.,/-])(?:"
    rf"\+[1-9](?:{GAP}\d){{7,14}}"  # +49 171 2345678
    rf"|00[1-9]\d{{0,2}}(?:{SPACE}|[-/.()]){{1,3}}\d(?:{GAP}\d){{5,11}}"  # 0049 171 2345678
    rf"|\(?0[1-9]\d{{0,4}}\)?(?:{SPACE}|[-/.]){{1,3}}\d(?:{GAP}\d){{4,11}}"  # 0171 2345678
    rf"|(?:\(\d{{3}}\){SPACE}?|\d{{3}}-)\d{{3}}-\d{{4}}"  # (212) 456-7890
    rf")(?![\w%€$£]|[.,-]\d)"
)
FEWEST_DIGITS, MOST_DIGITS = 9, 15
DIGITS = re.compile(r"\d(?:(?<=[A-Z]{2}\d)\d|(?:[^\d\n]{0,8}\d){8})")
"""What a number or an account cannot do without; a pattern that begins with one sort of character is found much faster."""


def may_hold_personal_data(texts: str) -> bool:
    """Whether it is worth looking at each of many texts, one a line."""
    return "@" in texts or DIGITS.search(texts) is not None


def personal_data(text: str) -> Iterator[tuple[str, str]]:
    """What was found, as (sort, found); what stands in the text several times is found once."""
    addresses = (found[0] for found in EMAIL.finditer(text) if not RESERVED.search(found[1]))
    yield from (("an e-mail address", address) for address in dict.fromkeys(addresses))
    rest = EMAIL.sub(" ; ", text)
    for account in dict.fromkeys(filter(None, map(_iban, IBAN.findall(rest)))):
        yield "a bank account (IBAN)", account
        rest = rest.replace(account, " ; ")
    for found in PHONE.finditer(DATE_OR_TIME.sub(" ; ", rest)):
        if FEWEST_DIGITS <= sum(map(str.isdigit, found[0])) <= MOST_DIGITS:
            yield "a phone number", found[0].strip()


def _iban(written: str) -> str | None:
    """The IBAN that stands at the start, as it was written; the text may go on in capitals."""
    words = written.split()
    for count in range(len(words), 0, -1):
        if _is_iban("".join(words[:count])):
            return written[: len(" ".join(words[:count]))]
    return None


def _is_iban(compact: str) -> bool:
    """The checksum of ISO 13616: the number, its head moved to the end, leaves 1 when divided by 97."""
    if not SHORTEST_IBAN <= len(compact) <= LONGEST_IBAN:
        return False
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1
