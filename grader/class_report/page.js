const table = document.getElementById("students");
const body = table ? table.tBodies[0] : null;
const search = document.getElementById("search");
const shown = document.getElementById("shown");
const more = document.getElementById("more");

function keyOf(row, column, isNumber) {
  const text = row.cells[column].textContent.trim();
  if (!isNumber) return text;
  return text === "" || text === "–" ? null : Number(text.replace(" %", ""));
}

// What is empty stays below, whichever way the others are sorted.
function sortBy(head, column) {
  const isNumber = head.dataset.kind === "number";
  const before = head.getAttribute("aria-sort");
  const direction = before === "ascending" || (isNumber && before === null) ? -1 : 1;
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;
  const rows = [...body.rows].map((row, place) => ({ row, place, key: keyOf(row, column, isNumber) }));
  const isEmpty = (one) => one.key === null || one.key === "";
  rows.sort((a, b) => {
    if (isEmpty(a) || isEmpty(b)) return isEmpty(a) - isEmpty(b) || a.place - b.place;
    const order = isNumber ? a.key - b.key : compare(a.key, b.key);
    return direction * order || a.place - b.place;
  });
  const all = document.createDocumentFragment();
  for (const { row } of rows) all.append(row);
  show(all.children);
  body.append(all);
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
}

// Of very many rows the first ones are laid out, so that sorting stays quick; the rest on request.
const most = 300;
let showsAll = false;

function show(rows) {
  const words = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let number = 0;
  for (const row of rows) {
    row.dataset.text ??= row.textContent.toLocaleLowerCase();
    const fits = words.every((word) => row.dataset.text.includes(word));
    number += fits;
    row.hidden = !fits || (number > most && !showsAll);
  }
  const isCut = number > most && !showsAll;
  more.hidden = !isCut;
  more.textContent = `show all ${number}`;
  shown.textContent = `${number} of ${rows.length} students${isCut ? `, the first ${most} are shown` : ""}`;
}

if (table) {
  document.getElementById("finding").hidden = false;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sortBy(head, column));
  });
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(body.rows), 120);
  });
  more.addEventListener("click", () => {
    showsAll = true;
    show(body.rows);
    search.focus();
  });
  show(body.rows);
}

// On paper everything is unfolded, and all rows are there that fit what is searched for.
const opened = [];
addEventListener("beforeprint", () => {
  if (table && !showsAll) {
    showsAll = true;
    show(body.rows);
    showsAll = false;
  }
  for (const each of document.querySelectorAll("details:not([open])")) {
    each.open = true;
    opened.push(each);
  }
});
addEventListener("afterprint", () => {
  for (const each of opened.splice(0)) each.open = false;
  if (table) show(body.rows);
});
