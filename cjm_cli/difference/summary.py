"""What the changes did to a journey as a whole: its curve, its pain points, its opportunities, and what it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cjm_cli.difference.changes import merged
from cjm_cli.difference.difference import Felt, IdeaMove, Kind, Summary
from cjm_cli.difference.match import Match
from cjm_cli.difference.plain import plain
from cjm_cli.difference.sorts import JOURNEY
from cjm_cli.difference.tree import Node, tree
from cjm_cli.model import Journey, Stage, Step
from cjm_cli.model.choices import OpportunityStatus
from cjm_cli.model.claims import Cell, cells, claims
from cjm_cli.model.columns import emotions
from cjm_cli.model.emotion import Scorer
from cjm_cli.model.experience import Opportunity
from cjm_cli.model.references import Target
from cjm_cli.model.scores import signed


@dataclass(frozen=True)
class Rated:
    """A journey of one side, and how that side scores feelings."""

    journey: Journey
    root: Node
    scorer: Scorer

    @classmethod
    def of(cls, journey: Journey, scorer: Scorer) -> "Rated":
        """A journey whose tree nobody has made yet."""
        return cls(journey, tree(JOURNEY, plain(journey)), scorer)

    @cached_property
    def cell_of(self) -> Mapping[Node, Cell]:
        """Stages and steps, in reading order; bare steps have a stage that is not there."""
        nodes = {node.route: node for node in self.root.walk()}
        return {nodes[cell.route]: cell for cell in cells(self.journey) if cell.route}

    def things(self, target: Target) -> list[Node]:
        """All of a sort, without what personas say of themselves."""
        return [node for node in self.root.walk() if node.sort.target is target and not node.in_persona]

    @cached_property
    def columns(self) -> set[Node]:
        """Every step, every stage without steps, and every stage that alone says how they feel in its steps."""
        return {node for node, cell in self.cell_of.items() if _speaks(cell.node)}

    def score(self, node: Node | None) -> float | None:
        """How they feel there; a stage that does not say feels as its steps do."""
        return self.scorer.mean(emotions(self.cell_of[node].node)) if node is not None else None

    def text(self, score: float | None) -> str:
        """As the project writes it."""
        return "" if score is None else signed(self.scorer.written(score), plus=self.scorer.scale.min < 0)

    @cached_property
    def open_pains(self) -> set[Node]:
        """Pain points that nobody accepts, and no opportunity that is done answers."""
        done = {id_ for idea in self._ideas if idea.status is OpportunityStatus.DONE for id_ in idea.addresses}
        return {
            node for node in self.things(Target.PAIN_POINT) if "accepted" not in node.fields and node.id not in done
        }

    @property
    def _ideas(self) -> Iterator[Opportunity]:
        return (idea for cell in self.cell_of.values() for idea in cell.node.opportunities)


def summed_up(match: Match, old: Rated | None, new: Rated | None) -> Summary:
    """All of it for one journey; empty for what is none."""
    if old is None and new is None:
        return Summary()
    return Summary(
        curve=tuple(felt(before, after, old, new) for before, after in columns(match, old, new)),
        opened=tuple(_opened(match.old_of, old, new)),
        resolved=tuple(_opened(match.new_of, new, old)),
        ideas=tuple(_ideas(match, old, new)),
        coverage=(_coverage(old.journey), _coverage(new.journey)) if old and new else None,
    )


def columns(match: Match, old: Rated | None, new: Rated | None) -> Iterator[tuple[Node | None, Node | None]]:
    """The columns of both, in reading order of the new side, those that are gone where they stood."""
    olds, news = old.columns if old else set[Node](), new.columns if new else set[Node]()
    mine = [node for node in _cells(old) if node in olds or match.new_of.get(node) in news]
    theirs = [node for node in _cells(new) if node in news or match.old_of.get(node) in olds]
    here = set(theirs)
    for node in merged(mine, theirs, match.new_of.get):
        yield (match.old_of.get(node), node) if node in here else (node, None)


def felt(before: Node | None, after: Node | None, old: Rated | None, new: Rated | None) -> Felt:
    """How a column feels on both sides."""
    was = old.score(before) if old else None
    now = new.score(after) if new else None
    node, side = (after, new) if after else (before, old)
    assert node is not None
    assert side is not None
    return Felt(
        id=node.id,
        name=node.name,
        stage=side.cell_of[node].stage.name,
        before=was,
        after=now,
        before_text=old.text(was) if old else "",
        after_text=new.text(now) if new else "",
        kind=Kind.ADDED if before is None else Kind.REMOVED if after is None else None,
    )


def _cells(side: Rated | None) -> Iterable[Node]:
    return side.cell_of if side else ()


def _opened(earlier: Mapping[Node, Node], before: Rated | None, after: Rated | None) -> Iterator[str]:
    """Pain points that are open on one side, and on the other are not there or not open."""
    were_open = before.open_pains if before else set[Node]()
    for node in after.things(Target.PAIN_POINT) if after else ():
        if after is not None and node in after.open_pains and earlier.get(node) not in were_open:
            yield node.name


def _ideas(match: Match, old: Rated | None, new: Rated | None) -> Iterator[IdeaMove]:
    olds = old.things(Target.OPPORTUNITY) if old else []
    news = new.things(Target.OPPORTUNITY) if new else []
    here = set(news)
    for node in merged(olds, news, match.new_of.get):
        was = _status(match.old_of.get(node) if node in here else node)
        now = _status(node if node in here else None)
        if was != now:
            yield IdeaMove(node.name, was, now)


def _status(idea: Node | None) -> str:
    """How far it has come; one that does not say is written down, no more."""
    return str(idea.fields.get("status", OpportunityStatus.IDEA.value)) if idea else ""


def _coverage(journey: Journey) -> float:
    """The share of what it claims that rests on evidence; nothing claimed is nothing shown."""
    made = claims(journey)
    return sum(made) / len(made) if made else 0.0


def _speaks(cell: Stage | Step) -> bool:
    """Whether it has a column: a step; a stage without steps, or with steps that say nothing while it does."""
    return isinstance(cell, Step) or not cell.steps or (bool(cell.emotion) and not any(s.emotion for s in cell.steps))
