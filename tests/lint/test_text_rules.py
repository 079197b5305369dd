"""Texts that honest authors write, and that the rules about texts must let pass; and those that they must not."""

import pytest

from cjm_cli.lint.rules.access._personal import personal_data
from cjm_cli.lint.rules.access.personal_data import MOST
from cjm_cli.lint.rules.blueprint._backstage import is_backstage, is_no_thought
from cjm_cli.lint.rules.language.company_centric_stage import is_company_centric
from cjm_cli.lint.rules.language.placeholder_text import is_placeholder
from cjm_cli.lint.rules.opportunity.vague_pain_point import is_vague

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


TEAMS = ("Logistics", "Planning", "Planning desk", "Legal (contracts)")
"""Teams of a project, whose names are everyday words."""

OWN_ACTIONS = [
    "Types the number of her card",
    "System check: reads the requirements on the box",
    "Systematically compares four models",
    "Learns that the system is down and comes back at noon",
    "Waits until the system lets her in",
    "Hears that the support team checks the card",
    "Asks the support team, which checks the card",
    "Calls customer service and waits",
    "Customer service in hand, walks to the counter",
    "Support from a neighbour checks her fears",
    "Ticket in hand, boards the train",
    "Ticket inspector checks the code",
    "Tickets are scanned at the gate",
    "The ticket is scanned at the gate",
    "The ticket is printed at home",
    "Ticket is sent to her phone",
    "Ticket machine sends her to the counter",
    "Team meets for the first training",
    "The team books a table for six",
    "Her team checks the draft",
    "Their legal team reviews the contract",
    "Our team reviews the offer",
    "The sales team at her company checks the pilot",
    "Marketing team tests the pilot for two weeks",
    "IT checks the answers and has no objections",
    "The database course starts on Monday",
    "Opens the CRM and looks for the customer",
    "CRM in one window, spreadsheet in the other",
    "The system shows three plans",
    "The system is down, so she pays in cash",
    "The app checks her balance",
    "The website sends her back to the start",
    "The server checks on the table",
    "The waiter sends the order to the kitchen",
    "The nurse checks her pulse",
    "The bank clerk opens an account",
    "The nervous system is explained to him",
    "An alarm system sends a text",
    "Workflows are shown to her in a demo",
    "Backs up the laptop and sends it in",
    "Logs in and updates her address",
    "Updates the system and restarts",
    "Checks the system requirements",
    "Sends a ticket to the landlord",
    "Creates a ticket, as the page asks her to",
    "Planning a trip, she checks the weather",
    "Logistics, she reads, are late",
    "Legal questions: sends them to a friend",
    "Ruft den Kundendienst an",
    "Schickt das System per Post zurück",
]

BACKSTAGE = [
    "The system sends her a mail",
    "System validates the card",
    "the system automatically checks the address",
    "CRM creates a ticket",
    "The order management system reserves both pairs",
    "Our CRM then assigns an owner",
    "Backend verifies the code",
    "A batch job updates the prices",
    "Ticket is created",
    "A ticket is automatically assigned to the second level",
    "Support ticket gets escalated",
    "Support team checks the card",
    "The back office approves the claim",
    "Customer service calls back after two days",
    "Logistics ships the parcel",
    "The planning desk confirms the day",
]

THOUGHTS = [
    "The system is so slow today",
    "The system checks everything twice",
    "The system sends me a code, every single time",
    "Has the system saved my order?",
    "Support never answers",
    "Customer service answers within a minute. Nice!",
    "The support team calls me back? We will see",
    "My ticket is escalated, whatever that means",
    "The ticket was forwarded to nobody",
    "Their CRM sends me the same mail every week",
    "Why does their back office need my birthday?",
    "The app knows my size",
    "A ticket number. So I am a number now",
    "Who checks all these data?",
    "Ticket is 89 €. Hm",
    "Ticket is sold out",
]

NO_THOUGHTS = [
    "CRM creates a ticket",
    "The backend checks the balance",
    "Back office approves the claim",
    "Ticket is assigned to second-level support",
    "Second-level support reviews the log",
]

CUSTOMERS_STAGES = [
    "Awareness",
    "Consideration",
    "Decision",
    "Purchase",
    "Post-purchase",
    "Loyalty",
    "Advocacy",
    "Onboarding",
    "Discovery",
    "Evaluation",
    "Activation",
    "Reactivating the account",
    "Comparing offers",
    "Explaining what I need",
    "Signing the contract",
    "Being examined",
    "Waiting for the money",
    "Getting a qualification",
    "Qualification for the race",
    "Recognition of a foreign qualification",
    "Currency conversion",
    "Loft conversion",
    "Conversion to a heat pump",
    "Planning the conversion",
    "Taking the lead",
    "Lead time",
    "Lead the team",
    "Replacing the lead pipes",
    "Finding a lead climber",
    "Acquisition of a house",
    "Language acquisition",
    "Data retention",
    "Water retention",
    "Making butter in a churn",
    "Baking a funnel cake",
    "Learning SQL",
    "My first SQL query",
    "Nurturing the seedlings",
    "Looking for work in marketing",
    "Waiting for the summer sales",
    "Salsa lessons",
    "Sale of the old car",
    "Point of sale",
    "Leaving",
    "Leading a group",
    "Talking to sales people",
    "Pipeline repair",
    "Prospects after the degree",
    "Customer service",
    "New customer",
    "Account",
    "Nachkauf",
    "客户保留",
]

COMPANYS_STAGES = [
    "Lead",
    "Leads",
    "New lead",
    "Lead generation",
    "Lead qualification",
    "Qualification of leads",
    "From lead generation to offer",
    "MQL",
    "MQL to SQL",
    "2. SQL",
    "Acquisition",
    "Customer acquisition",
    "Acquisition & conversion",
    "CONVERSION",
    "Conversion phase",
    "Retention",
    "Customer Retention",
    "Retention / churn",
    "Churn prevention",
    "Upsell",
    "Upselling at renewal",
    "Up-sell and cross-sell",
    "Cross selling",
    "Nurturing",
    "Sales funnel",
    "Sales",
    "Marketing",
]

TELLING = [
    "Hidden fees",
    "Missing size charts",
    "Lost parcel",
    "Broken link",
    "Wrong size",
    "No receipt",
    "No support",
    "Nobody answers",
    "Unclear prices",
    "Too many emails",
    "Two passwords",
    "Poor signal indoors",
    "Long queue at noon",
    "Long hold times",
    "Hard to find the form",
    "Slow shipping, later than promised",
    "Twelve form fields on a phone",
    "The card is rejected",
    "The fee comes as a surprise",
    "The page takes ten seconds",
    "The app logs her out",
    "The service desk closes at noon",
    "Information is only in English",
    "Support asks the same questions again",
    "Confusing names of the five tariffs",
    "Bad light makes the identity check fail",
    "Difficult words in the leaflet",
    "Complex forms are needed for a refund",
    "Complicated rules for minors",
    "Frustrating to repeat the story three times",
    "Painful walk to platform nine",
    "Ugly scar after the stitches",
    "It is too dark to read",
    "Customers wait outside in the rain",
    "Price doubles from 75 to 76 people",
    "Invitation lands where nobody looks",
    "Everything is asked a second time",
    "Process needs four signatures",
    "Nothing to pass on to finance",
    "Old and new roster run side by side",
    "Liability is one monthly fee",
    "No word that the return has arrived",
    "Payment reminder arrives during the dispute",
    "Cannot park",
    "Lieferverzögerung",
    "Wartezeit am Telefon",
    "Versteckte Gebühren",
    "Frais cachés",
    "待ち時間が長すぎる",
    "Долго",
    "?",
]

VAGUE = [
    "Bad",
    "Slow",
    "Too slow",
    "Fees",
    "Delivery",
    "Communication!",
    "Slow checkout",
    "Checkout is slow",
    "Confusing menu",
    "Long queue",
    "Slow and confusing",
    "The website is slow",
    "It is all very confusing",
    "Bad customer experience",
    "Bad customer service",
    "Poor communication",
    "Lack of information",
    "Complicated returns process",
    "Not good",
    "Everything is difficult",
    "Users are frustrated",
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


HOSTILE = [
    "0" * 50_000,
    "+1" * 20_000,
    "a@" * 20_000,
    "a." * 20_000,
    "AB12" * 10_000,
    "01-" * 20_000,
    "x" * 50_000,
    "the " * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_hostile_text_takes_no_time(text):
    list(personal_data(text))
    for heuristic in (is_placeholder, is_backstage, is_no_thought, is_company_centric, is_vague):
        heuristic(text)


@pytest.mark.parametrize("text", WRITTEN)
def test_written_text_is_no_placeholder(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_placeholder_is_found(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", OWN_ACTIONS)
def test_own_action_is_the_customers(text):
    assert not is_backstage(text, TEAMS)


@pytest.mark.parametrize("text", BACKSTAGE)
def test_backstage_is_found(text):
    assert is_backstage(text, TEAMS)


@pytest.mark.parametrize("text", THOUGHTS)
def test_thought_is_the_customers(text):
    assert not is_no_thought(text)


@pytest.mark.parametrize("text", NO_THOUGHTS)
def test_report_is_no_thought(text):
    assert is_no_thought(text)


@pytest.mark.parametrize("name", CUSTOMERS_STAGES)
def test_stage_is_the_customers(name):
    assert not is_company_centric(name)


@pytest.mark.parametrize("name", COMPANYS_STAGES)
def test_company_centric_stage_is_found(name):
    assert is_company_centric(name)


@pytest.mark.parametrize("text", TELLING)
def test_telling_pain_point_is_not_vague(text):
    assert not is_vague(text)


@pytest.mark.parametrize("text", VAGUE)
def test_vague_pain_point_is_found(text):
    assert is_vague(text)


def test_what_stands_in_a_text_many_times_is_found_once():
    text = "anna@web.de, DE89 3704 0044 0532 0130 00, " * 50
    assert [found for found, _ in personal_data(text)] == ["an e-mail address", "a bank account (IBAN)"]


def test_a_list_of_customers_needs_no_list_of_findings(find_in):
    customers = ", ".join(f"anna{number}@web.de" for number in range(500))
    found = find_in({"a.journey.yaml": f'title: "{customers}"\n'})
    assert len([finding for finding in found if finding.rule == "personal-data"]) == MOST
