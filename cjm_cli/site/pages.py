"""The pages that tell of the whole project, as files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from markupsafe import Markup

from cjm_cli.formats._html_assets import dark
from cjm_cli.markup.html import environment
from cjm_cli.page.theme import DEFAULT, Theme
from cjm_cli.site import assets, search
from cjm_cli.site.atlas import Atlas, Meeting, PersonaPage
from cjm_cli.site.board import board
from cjm_cli.site.tell import Telling

PLACES = (
    ("start", "Journeys", "index.html"),
    ("personas", "Personas", "personas.html"),
    ("touchpoints", "Touchpoints", "touchpoints.html"),
    ("opportunities", "Opportunities", "opportunities.html"),
    ("pain-points", "Pain points", "pain-points.html"),
    ("search", "Search", "search.html"),
)
"""What the head of every page leads to: a key, a name, a page."""


@dataclass(frozen=True)
class Frame:
    """What stands around a page; `here` is the place that it belongs to."""

    page: str
    title: str
    here: str
    theme: Theme = DEFAULT

    places = PLACES

    @property
    def root(self) -> str:
        """The way from the page to the root of the site, so that it works beneath any address."""
        return "../" * self.page.count("/")

    @property
    def light(self) -> Markup:
        """Its style."""
        return Markup(assets.light(self.theme))

    @property
    def dark(self) -> Markup:
        """Its colours in the dark."""
        return Markup(dark(self.theme))

    @property
    def script(self) -> Markup:
        """Its script."""
        return Markup(assets.script())

    @property
    def policy(self) -> str:
        """What it lets in."""
        return assets.site_policy(self.theme)


Page = tuple[str, Callable[[], bytes]]
"""Where it lies within the site, and what draws it."""
More = Callable[[], Mapping[str, object]]
"""Gives what a template is told beside the atlas."""


def pages(atlas: Atlas, theme: Theme, today: date | None = None) -> Iterator[Page]:
    """Every page but the journeys' own."""
    pen = _Pen(atlas, Telling(atlas, today), theme)
    yield pen.page("start", Frame("index.html", atlas.name, "start"))
    yield pen.page("personas", Frame("personas.html", "Personas", "personas"))
    yield pen.page("touchpoints", Frame("touchpoints.html", "Touchpoints and channels", "touchpoints"))
    frame = Frame("opportunities.html", "Opportunities", "opportunities")
    yield pen.page("board", frame, lambda: {"board": board(atlas.ideas)})
    yield pen.page("register", Frame("pain-points.html", "Pain points", "pain-points"))
    frame = Frame("search.html", "Search", "search")
    yield pen.page("search", frame, lambda: {"index": Markup(search.as_json(atlas)), "kinds": search.KINDS})
    for persona in atlas.personas.values():
        frame = Frame(persona.page, persona.facts.name, "personas")
        yield pen.page("persona", frame, partial(_of_persona, persona, atlas))
    for place in atlas.touchpoints.values():
        yield pen.page("place", _frame(place), partial(dict, place=place, kind="Touchpoint", within=()))
    for place in atlas.channels.values():
        yield pen.page("place", _frame(place), partial(_of_channel, place, atlas))


def _of_persona(persona: PersonaPage, atlas: Atlas) -> Mapping[str, object]:
    return {"persona": persona, "troubles": [row for row in atlas.pains if row.persona is persona.facts]}


def _of_channel(place: Meeting, atlas: Atlas) -> Mapping[str, object]:
    within = [one for one in atlas.touchpoints.values() if one.channel and one.channel.key == place.key]
    return {"place": place, "kind": "Channel", "within": within}


def _frame(place: Meeting) -> Frame:
    return Frame(place.page, place.name, "touchpoints")


@dataclass(frozen=True)
class _Pen:
    """Writes pages from the same facts."""

    atlas: Atlas
    tell: Telling
    theme: Theme

    def page(self, template: str, frame: Frame, more: More = dict) -> Page:
        return frame.page, partial(self._drawn, template, replace(frame, theme=self.theme), more)

    def _drawn(self, template: str, frame: Frame, more: More) -> bytes:
        written = environment().get_template(f"site/{template}.html.jinja")
        return written.render(atlas=self.atlas, tell=self.tell, frame=frame, **more()).encode()
