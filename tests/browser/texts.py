"""Journeys to try things on, with texts that are hard to set, and such as would do harm if they were taken for markup."""

import json

MAP = """
title: Buying shoes
personas: [{id: rina, name: Rina}, {id: tom, name: Tom}]
stages:
  - name: Choose
    goal: Be sure
    steps:
      - name: Compares models
        action: Opens four tabs
        channels: [Web shop]
        emotion: {by_persona: {rina: 1, tom: -1}}
      - name: Finds the café
        action: '=1+1'
        actor: tom
        channels: [Store]
        emotion: {score: -1, feeling: angry, reason: It is closed}
        pain_points: [{id: closed, text: Closed on Monday, severity: 4}]
        moment_of_truth: {reason: Half leave here, importance: 5}
  - name: Pay
    steps:
      - name: Confirms
        action: "Says \\"yes\\", twice"
        channels: [Web shop]
        notes: Seen in eight sessions
        opportunities: [{text: Open on Mondays, addresses: [closed]}]
  - name: Wait
    actions: Looks out of the window
"""

STEPS = ["Compares models", "Finds the café", "Confirms", "Wait"]
"""What can be done with a map is tried on this one."""

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HARD = (
    LONG,
    "W" * 34,
    "お客様は朝九時に店の前で並び、開店を待ちながら携帯電話で在庫を確認します。",
    "ينتظر العميل أمام المتجر ويتحقق من المخزون على هاتفه قبل الافتتاح",
    "ग्राहक सुबह नौ बजे दुकान के सामने कतार में खड़ा होकर इंतज़ार करता है",
    "https://example.org/a/very/long/path/that/never/ends?with=parameters&and=more&of=them#and-a-fragment",
    "👩‍👩‍👧‍👦" * 12,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O̵̹̻̝̳",
    "a very ordinary sentence that goes on for somewhat longer than sentences in a cell of a map should",
)

NASTY = (
    "<script>parent.ran = 1; alert(1)</script>",
    "</script></style></template></title></table><img src=x onerror=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    '"><iframe srcdoc="<script>alert(1)</script>">',
    "' autofocus onfocus=alert(1) x='",
    "javascript:alert(1)//https://example.org",
    "&lt;img src=x onerror=alert(1)&gt;<!--",
    "<link rel=stylesheet href=https://example.org/x.css><base href=//example.org>",
    "]]></dialog><meta http-equiv=refresh content='0;url=https://example.org'>",
    "{{ 7 * 7 }}${alert(1)}`\\u003cimg src=x onerror=alert(1)\\u003e",
)


def journey(text: str, *, steps: int = 3) -> str:
    """A journey that says `text` wherever it can; JSON is YAML."""
    return json.dumps(
        {
            "title": text,
            "summary": text,
            "scenario": text,
            "goal": text,
            "expectations": [text, text],
            "personas": [
                {"id": "one", "name": text, "role": text, "summary": text, "quote": text, "goals": [text]},
                {"id": "two", "name": f"{text} 2", "fears": [text]},
            ],
            "tags": [text],
            "evidence": [{"id": "e", "title": text, "method": text}],
            "stages": [
                {"name": text, "goal": text, "duration": text, "emotion": {"score": 1, "feeling": text}},
                {"name": text, "goal": text, "steps": [_step(text, index) for index in range(steps)]},
            ],
        },
        ensure_ascii=False,
    )


def _step(text: str, index: int) -> dict[str, object]:
    return {
        "name": text,
        "action": text,
        "duration": text,
        "actor": text,
        "goal": text,
        "thoughts": [text],
        "questions": [text],
        "touchpoints": [text],
        "channels": [text, f"{text} {index}"],
        "emotion": {
            "by_persona": {"one": {"score": 2, "feeling": text, "emoji": text, "reason": text}, "two": index - 1}
        },
        "quotes": [{"text": text, "source": text}],
        "pain_points": [{"id": f"p{index}", "text": text, "severity": 3, "cause": text, "frequency": text}],
        "opportunities": [{"text": text, "addresses": [f"p{index}"], "owner": text, "solutions": [text]}],
        "moment_of_truth": {"reason": text, "importance": 3},
        "backstage": [{"text": text, "system": text}],
        "metrics": [{"name": text, "value": text, "unit": text, "target": text}],
        "notes": text,
        "events": [text],
        "x-own": text,
    }


def usual(steps: int) -> str:
    """A journey of many steps, as people write them."""
    stages = [
        {"name": f"Stage {first}", "steps": [_usual(index) for index in range(first, min(first + 6, steps))]}
        for first in range(0, steps, 6)
    ]
    return json.dumps({"title": "A long way", "persona": {"name": "Rina"}, "stages": stages}, ensure_ascii=False)


def _usual(index: int) -> dict[str, object]:
    return {
        "name": f"Takes step {index:02}",
        "action": "Reads two new lines of fees below the total",
        "touchpoints": ["Checkout"],
        "channels": ["Web shop"],
        "thoughts": ["Where do these seven euros come from?"],
        "emotion": {"score": (-2, 1, 0)[index % 3], "feeling": "angry", "reason": "Fees appear at the end"},
        "pain_points": [{"text": f"Hidden fees at checkout {index:02}", "severity": 4}],
        "opportunities": [{"text": "Show fees beside the price", "impact": 5, "effort": 2}],
    }
