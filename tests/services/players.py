"""Two players of QTI 3 in Chromium, answered as a student does."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Locator, Page

HERE = Path(__file__).parent / "qti_players"
QTI = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"

Responses = Mapping[str, str | int]
"""What is typed into a box, or the place of an option, by the box's identifier."""


@dataclass(frozen=True)
class Marked:
    """What a player gives for an item: the score, and the outcomes that feedback hangs on."""

    score: float
    feedback: Mapping[str, str]


class Player(Protocol):
    """A player that marks one item."""

    def __call__(self, browser: Browser, item: str, responses: Responses) -> Marked: ...


def install() -> Path:
    """The packages of the players, as the lock file has them; nothing is run while installing."""
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=HERE,
        check=True,
        capture_output=True,
    )
    return HERE / "node_modules"


def boxes_of(item: str) -> list[tuple[str, str]]:
    """The boxes of an item in the order of its text: identifier, and kind of interaction."""
    return [
        (element.get("response-identifier") or "", element.tag.removeprefix(QTI))
        for element in ET.fromstring(item.encode()).iter()
        if element.tag.endswith("-interaction")
    ]


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    """A page without a network, which fails where a script of it does."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    assert not faults, faults


def citolab(browser: Browser, item: str, responses: Responses) -> Marked:
    """``@citolab/qti-components``."""
    with _page(browser) as page:
        page.set_content("<qti-item><item-container></item-container></qti-item>")
        script = HERE / "node_modules" / "@citolab" / "qti-components" / "cdn" / "index.js"
        page.add_script_tag(path=script, type="module")
        page.wait_for_function("!!customElements.get('item-container')")
        page.evaluate("xml => document.querySelector('item-container').itemXML = xml", item)
        for name, kind in boxes_of(item):
            if name in responses:
                box = page.locator(f'[response-identifier="{name}"]')
                _answer_citolab(box, kind, responses[name])
        variables = page.evaluate(
            """() => {
                const root = document.querySelector('item-container').shadowRoot
                const item = root.querySelector('qti-assessment-item')
                item.processResponse()
                return item.variables.map(v => [v.identifier, v.value])
            }"""
        )
    return _marked(dict(variables))


def _answer_citolab(box: Locator, kind: str, response: str | int) -> None:
    if kind == "qti-text-entry-interaction":
        field = box.locator("input")
        field.fill(str(response))
        field.blur()
        return
    assert isinstance(response, int)
    if kind == "qti-inline-choice-interaction":
        box.locator("button[part=trigger]").click()
        box.locator(f'qti-inline-choice[identifier="choice{response + 1}"]').click()
    else:
        box.locator(f'qti-simple-choice[identifier="choice{response + 1}"]').click()


_MOUNT = """() => {
    window.ended = []
    window.ready = false
    new Vue({ el: '#player', render: make => make(qti3Player, {
        props: { suppressAlertMessages: true, suppressInvalidResponseMessages: true },
        on: {
            notifyQti3PlayerReady: player => { window.player = player },
            notifyQti3ItemReady: () => { window.ready = true },
            notifyQti3EndAttemptCompleted: data => { window.ended.push(data) },
        },
    }) })
}"""
_CONTROL = {"max_attempts": 0, "show_feedback": True, "validate_responses": False}


def qti3_item_player(browser: Browser, item: str, responses: Responses) -> Marked:
    """``qti3-item-player``."""
    with _page(browser) as page:
        modules = HERE / "node_modules"
        page.set_content('<div id="player"></div>')
        page.add_script_tag(path=modules / "vue" / "dist" / "vue.min.js")
        page.add_script_tag(path=modules / "qti3-item-player" / "dist" / "qti3Player.umd.min.js")
        page.add_style_tag(path=modules / "qti3-item-player" / "dist" / "qti3Player.css")
        page.evaluate(_MOUNT)
        page.wait_for_function("window.player")
        control: dict[str, Any] = {
            "guid": "item",
            "status": "interacting",
            "sessionControl": _CONTROL,
        }
        page.evaluate("([xml, how]) => window.player.loadItemFromXml(xml, how)", [item, control])
        page.wait_for_function("window.ready")
        fields = page.locator("input.text-entry-default")
        typed = 0
        for name, kind in boxes_of(item):
            if kind == "qti-text-entry-interaction":
                if name in responses:
                    fields.nth(typed).fill(str(responses[name]))
                    fields.nth(typed).blur()
                typed += 1
            elif name in responses:
                _choose(page, name, kind, int(responses[name]))
        page.evaluate("window.player.endAttempt('end')")
        page.wait_for_function("window.ended.length")
        outcomes = page.evaluate(
            "window.ended[0].state.outcomeVariables.map(v => [v.identifier, v.value])"
        )
    return _marked(dict(outcomes))


def _choose(page: Page, name: str, kind: str, place: int) -> None:
    if kind == "qti-inline-choice-interaction":
        page.locator(f"#inlinechoice_button_{name}").click()
        wrapper = page.locator(f"ul[aria-labelledby=inlinechoice_label_{name}]")
        wrapper.locator(f'li[data-identifier="choice{place + 1}"]').click()
    else:
        page.locator(f'[response-identifier="{name}"] li, li[data-identifier]').nth(place).click()


def _marked(variables: Mapping[str, Any]) -> Marked:
    feedback = {
        name: str(value)
        for name, value in variables.items()
        if name.startswith("FEEDBACK") and value is not None
    }
    return Marked(float(variables["SCORE"]), feedback)


PLAYERS: Mapping[str, Player] = {"citolab": citolab, "qti3-item-player": qti3_item_player}
