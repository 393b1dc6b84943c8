#!/usr/bin/env bash
# @citolab/qti-components 7.27.4, a box of QTI 3 for a number that was left empty, right from -0.5 to 0.5.
#
#   expected: no answer is NULL, so `qti-gte` and `qti-lte` are NULL, and the condition does not hold
#             (the specification, of both operators): the score stays 0
#   seen:     the score is 1: nothing counts as zero
# What asks `qti-not` of `qti-is-null` first is marked rightly.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @citolab/qti-components@7.27.4
python3 -m venv venv
venv/bin/pip install --quiet playwright==1.65.2
cat > item.xml <<'XML'
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="item" title="item"
    time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="float">
    <qti-correct-response><qti-value>0</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
    <qti-default-value><qti-value>0</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-item-body><p>Zero: <qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body>
  <qti-response-processing>
    <qti-response-condition><qti-response-if>
      <qti-and>
        <qti-gte><qti-variable identifier="RESPONSE"/>
          <qti-base-value base-type="float">-0.5</qti-base-value></qti-gte>
        <qti-lte><qti-variable identifier="RESPONSE"/>
          <qti-base-value base-type="float">0.5</qti-base-value></qti-lte>
      </qti-and>
      <qti-set-outcome-value identifier="SCORE">
        <qti-base-value base-type="float">1</qti-base-value>
      </qti-set-outcome-value>
    </qti-response-if></qti-response-condition>
  </qti-response-processing>
</qti-assessment-item>
XML
venv/bin/python - <<'PYTHON'
import json
import shutil

from playwright.sync_api import sync_playwright

package = "node_modules/@citolab/qti-components"
with open(f"{package}/package.json", encoding="utf-8") as file:
    print("@citolab/qti-components", json.load(file)["version"])
with open("item.xml", encoding="utf-8") as file:
    item = file.read()
with sync_playwright() as playwright:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    page = browser.new_page()
    page.set_content("<qti-item><item-container></item-container></qti-item>")
    page.add_script_tag(path=f"{package}/cdn/index.js", type="module")
    page.wait_for_function("!!customElements.get('item-container')")
    page.evaluate("xml => document.querySelector('item-container').itemXML = xml", item)
    box = page.locator("qti-text-entry-interaction input")
    box.wait_for()
    score = page.evaluate(
        """() => {
            const root = document.querySelector('item-container').shadowRoot
            const item = root.querySelector('qti-assessment-item')
            item.processResponse()
            return item.variables.find(v => v.identifier === 'SCORE').value
        }"""
    )
    print("without an answer the score is", score)
    assert float(score) == 1, "an empty box is no number now"
    browser.close()
PYTHON
