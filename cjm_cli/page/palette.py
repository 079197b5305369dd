"""The colours, by what they are for; contrasts hold WCAG AA on their background, and pairs stay apart for the colour-blind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Shade:
    """One colour as hex on a light page and on a dark one."""

    light: str
    dark: str


Palette: TypeAlias = Mapping[str, Shade]
"""Every colour by its name."""

PALETTE: Palette = {
    "paper": Shade("#ffffff", "#0f1419"),
    "surface": Shade("#f6f7f9", "#171d24"),
    "ink": Shade("#1b1f24", "#e6edf3"),
    "muted": Shade("#57606a", "#a4adb8"),
    "line": Shade("#878f99", "#6e7681"),
    "hairline": Shade("#dfe3e8", "#2b333c"),
    "stage": Shade("#22324a", "#2a3b55"),
    "on-stage": Shade("#ffffff", "#ffffff"),
    "accent": Shade("#0550ae", "#79b8ff"),
    "pain": Shade("#a3360a", "#f26543"),
    "pain-tint": Shade("#fff1ea", "#2e1a13"),
    "opportunity": Shade("#00667a", "#9feff5"),
    "opportunity-tint": Shade("#e6f7fa", "#0f2a2f"),
    "moment": Shade("#5b21b6", "#b79bf7"),
    "moment-tint": Shade("#f3eeff", "#241a38"),
    "low": Shade("#9a3412", "#ffa66b"),
    "neutral": Shade("#57606a", "#a4adb8"),
    "high": Shade("#0b5cad", "#79c0ff"),
    "ribbon": Shade("#fff4d6", "#33290f"),
    "on-ribbon": Shade("#5c4300", "#f2d58a"),
}

FAINT = Shade("#69727d", "#8b949e")
"""What a filter dims on a screen: it still holds WCAG AA, since the reader may want to read on."""


def mood(score: float) -> str:
    """The colour of a score."""
    return "low" if score < -0.25 else "high" if score > 0.25 else "neutral"
