#!/usr/bin/env bash
# @citolab/qti-components 7.27.4, a formula in the text of an item of QTI 3.
#
#   expected: `<math xmlns="http://www.w3.org/1998/Math/MathML">`, as the specification has it, is MathML in
#             the page, and the browser draws a fraction
#   seen:     the element is in the namespace of HTML, an unknown one, and 1/2 reads "12" in one line
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
    <qti-correct-response><qti-value>0.5</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
    <qti-default-value><qti-value>0</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-item-body><p>
    <math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mn>2</mn></mfrac></math> is <qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body>
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
    namespace, kind = page.evaluate(
        """() => {
            const root = document.querySelector('item-container').shadowRoot
            const formula = root.querySelector('math')
            return [formula.namespaceURI, formula.constructor.name]
        }"""
    )
    print(namespace, kind)
    assert kind == "HTMLUnknownElement", "formulas are MathML now"
    browser.close()
PYTHON
