"""What the journeys of the corpus tell: people have their bicycles repaired."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StagePlot:
    """What happens in a stage: each step is a name, an action and a thought."""

    name: str
    phase: str
    goal: str
    touchpoint: str
    channel: str
    pain: str
    cause: str
    idea: str
    team: str
    metric: str
    steps: tuple[tuple[str, str, str], ...]


THINGS = ("city bike", "cargo bike", "child's bike", "e-bike", "folding bike", "gravel bike", "racing bike", "tandem")
PLACES = ("Harbour", "Old Town", "Station", "Market", "Riverside", "University", "North Gate")

STAGES = (
    StagePlot(
        name="Noticing", phase="before", goal="Find out whether it can be ridden safely",
        touchpoint="help-page", channel="web", pain="Help pages name parts that nobody knows",
        cause="They are written from the catalogue of spare parts", idea="Show the part in a picture, name it below",
        team="content-team", metric="self-diagnosis",
        steps=(
            ("Hears a noise", "Stops at the kerb and turns the wheel by hand", "That was not there yesterday."),
            ("Asks a friend", "Sends a short film of the wheel", "He will know in ten seconds."),
            ("Searches for help", "Types the noise into the search field", "Bottom bracket? Which bottom?"),
            ("Watches a film", "Follows the first minutes, tools in hand", "I do not have half of these tools."),
            ("Decides on a repair", "Puts the tools back into the drawer", "Somebody who knows shall do it."),
        ),
    ),
    StagePlot(
        name="Choosing", phase="before", goal="Find a workshop that has time this week",
        touchpoint="workshop-list", channel="web", pain="No price before somebody has seen it",
        cause="Prices stand in a list that only workshops see", idea="Show what most people paid for such a repair",
        team="web-team", metric="booking-rate",
        steps=(
            ("Opens the list", "Sorts the workshops by distance", "Four of them within two kilometres."),
            ("Reads reviews", "Looks for the words honest and quick", "This one called before changing a part."),
            ("Looks for a price", "Opens the price page and finds a form", "So it costs what it costs?"),
            ("Compares dates", "Opens three calendars side by side", "Thursday morning, before work. Good."),
            ("Picks a workshop", "Taps the one by the station", "I can leave it there and take the train."),
        ),
    ),
    StagePlot(
        name="Booking", phase="during", goal="Have a fixed date and know what to bring",
        touchpoint="booking-form", channel="web", pain="The frame number is asked for and hard to find",
        cause="Insurance wants it, repairs do not", idea="Ask for the frame number only in an insured case",
        team="web-team", metric="form-time",
        steps=(
            ("Chooses a slot", "Taps Thursday, half past seven", "Early, but it fits."),
            ("Describes the noise", "Uploads the film that she sent her friend", "They can hear it for themselves."),
            ("Looks for a number", "Kneels beside the frame with a torch", "Why does anybody need this?"),
            ("Pays a deposit", "Confirms ten euros with her thumb", "Less than a missed appointment costs them."),
            ("Saves the date", "Adds the appointment to her calendar", "Done. And it tells me about the lock."),
        ),
    ),
    StagePlot(
        name="Handing over", phase="during", goal="Leave the bike in good hands",
        touchpoint="counter", channel="workshop", pain="One person at the counter for three queues",
        cause="Shifts follow opening hours, not arrivals", idea="A box for keys and a label, no queue for booked ones",
        team="workshop-team", metric="queue-time",
        steps=(
            ("Finds the door", "Pushes the bike round the building", "The sign is on the other street."),
            ("Locks it up", "Uses the stand by the entrance", "At least there is a roof."),
            ("Waits in line", "Stands behind two people with parcels", "I have booked. What for?"),
            ("Shows the fault", "Turns the wheel so that it can be heard", "He nods before I have finished."),
            ("Leaves the key", "Signs on the tablet and walks to the train", "That was kind, in the end."),
        ),
    ),
    StagePlot(
        name="Waiting", phase="during", goal="Know what it costs and when it is ready",
        touchpoint="repair-status", channel="email", pain="The new price comes without an explanation",
        cause="The workshop's system sends totals only", idea="Send a photo of the worn part with the new price",
        team="service-team", metric="approval-time",
        steps=(
            ("Gets a first message", "Reads that the bike is on the stand", "Already? I am still on the train."),
            ("Checks the status", "Opens the link in her lunch break", "Waiting for a part. Fine."),
            ("Reads the new price", "Compares it with the first estimate", "Twice as much. For what?"),
            ("Calls the workshop", "Asks what has to be changed, and why", "Now I understand it. Why not write so?"),
            ("Approves the repair", "Taps yes and gets a time for tomorrow", "Five o'clock. I can be there by then."),
        ),
    ),
    StagePlot(
        name="Riding again", phase="after", goal="Ride, and not think of it any more",
        touchpoint="invoice-mail", channel="email", pain="The invoice lists part numbers, no words",
        cause="It is printed from the catalogue of spare parts", idea="Write each line as what was done",
        team="service-team", metric="repeat-rate",
        steps=(
            ("Fetches the bike", "Finds it washed, with air in the tyres", "They even mended the bell."),
            ("Rides home", "Takes the long way along the river", "Not a sound."),
            ("Opens the invoice", "Looks for the part that was changed", "Number 4711 dash B. I see."),
            ("Rates the workshop", "Gives five stars and two sentences", "Others should know about the film."),
            ("Books the next service", "Accepts the reminder for spring", "One thing less to remember."),
        ),
    ),
)  # fmt: skip

SETTINGS = """\
cjm: 1
name: Bike repairs
language: en
channels:
  - {id: web, name: Web site, kind: digital}
  - {id: email, name: E-mail, kind: digital}
  - {id: workshop, name: Workshop, kind: physical}
  - {id: phone, name: Telephone, kind: human}
touchpoints:
  - {id: help-page, name: Help page, channel: web, owner: content-team}
  - {id: workshop-list, name: List of workshops, channel: web, owner: web-team}
  - {id: booking-form, name: Booking form, channel: web, owner: web-team}
  - {id: counter, name: Counter, channel: workshop, owner: workshop-team}
  - {id: repair-status, name: Status of the repair, channel: email, owner: service-team}
  - {id: invoice-mail, name: Invoice, channel: email, owner: service-team}
  - {id: hotline, name: Hotline, channel: phone, owner: service-team}
metrics:
  - {id: self-diagnosis, name: Found their fault, kind: other, unit: "%", higher_is: better}
  - {id: booking-rate, name: Bookings per visit, kind: conversion, unit: "%", higher_is: better}
  - {id: form-time, name: Time in the form, kind: duration, unit: min, higher_is: worse}
  - {id: queue-time, name: Time in the queue, kind: duration, unit: min, higher_is: worse}
  - {id: approval-time, name: Price to approval, kind: duration, unit: hours, higher_is: worse}
  - {id: repeat-rate, name: Back within a year, kind: other, unit: "%", higher_is: better}
teams:
  - {id: content-team, name: Content}
  - {id: web-team, name: Web}
  - {id: workshop-team, name: Workshops}
  - {id: service-team, name: Customer service}
feelings:
  back in the saddle: 2
"""

PERSONAS = {
    "mara": """\
name: Mara Lind
role: Rides to work
kind: customer
summary: Nurse, 41. Her bike is how she gets to the early shift, so a day without it is a day of planning.
quote: I do not want a new bike. I want this one, quiet.
goals: [Be on time for the early shift, Know the price before the work begins]
needs:
  - A date that holds
  - Words instead of part numbers
pain_points:
  - Workshops that are open only while she works
channels: [web, email]
devices: [Android phone]
demographics: {age: 41, place: mid-sized city}
data: {share_of_customers: 44 %, conversations: 9 interviews}
basis: research
owner: service-team
status: validated
reviewed: 2026-09-14
""",
    "oskar": """\
name: Oskar Brandt
role: Takes two children along
kind: customer
summary: Teacher, 36. Two children and the shopping ride with him, and brakes are what he asks about first.
quote: If it stops in time, I do not mind how it looks.
goals: [Ride safely with the children, Be without the bike for one day at most]
needs:
  - A bike to borrow meanwhile
  - Somebody who shows him what was done
pain_points:
  - Nobody has spare parts for his model
channels: [web, phone]
devices: [iPhone, Laptop at school]
demographics: {age: 36, place: suburb}
data: {share_of_customers: 18 %, conversations: 6 interviews}
basis: research
owner: service-team
status: validated
reviewed: 2026-09-14
""",
}
