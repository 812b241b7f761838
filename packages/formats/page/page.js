const body = document.body;
const rows = [...document.querySelectorAll(".row")];
const sheet = document.getElementById("sheet");
const sides = Number(body.dataset.sides);
const key = `stele:${body.dataset.key}`;
const state = { row: 0, side: 0, size: 0, hides: false, ...stored() };
let lit = null;

function stored() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {}; // storage may be closed to files
  }
}

function keep() {
  try {
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    // then the place is not remembered
  }
}

function sentenceOf(row) {
  const shown = row?.querySelector(`.cell[data-side="${state.side}"] .s`);
  return shown ?? row?.querySelector(".s") ?? null;
}

function light(row) {
  if (row === lit) return;
  lit?.classList.remove("lit");
  row?.classList.add("lit");
  lit = row;
}

function fillSheet(row) {
  sheet.replaceChildren();
  for (const cell of row.querySelectorAll(".cell")) {
    if (Number(cell.dataset.side) === state.side || cell.textContent.trim() === "") continue;
    const line = document.createElement("p");
    line.lang = cell.lang;
    line.textContent = cell.textContent;
    sheet.append(line);
  }
  sheet.hidden = sheet.childElementCount === 0;
}

function choose(row, { focus }) {
  if (row === undefined || row === null) return;
  const before = sentenceOf(rows[state.row]);
  if (before) before.tabIndex = -1;
  state.row = rows.indexOf(row);
  const sentence = sentenceOf(row);
  if (sentence) sentence.tabIndex = 0;
  light(row);
  fillSheet(row);
  if (focus) sentence?.focus({ preventScroll: true });
  if (focus) sentence?.scrollIntoView({ block: "nearest" });
  keep();
}

function reveal(row) {
  for (const cell of row.querySelectorAll(".cell")) cell.classList.add("shown");
}

function setSide(side) {
  state.side = (side + sides) % sides;
  body.dataset.side = String(state.side);
  keep();
}

function setHides(hides) {
  state.hides = hides;
  body.classList.toggle("hides", hides);
  document.getElementById("hide").setAttribute("aria-pressed", String(hides));
  if (hides) for (const cell of document.querySelectorAll(".shown")) cell.classList.remove("shown");
  keep();
}

function setSize(size) {
  state.size = Math.max(-3, Math.min(8, size));
  document.documentElement.style.setProperty("--size", `${1.05 + state.size * 0.1}rem`);
  keep();
}

function turn() {
  setSide(state.side + 1);
  choose(rows[state.row], { focus: true });
}

const keys = {
  ArrowDown: () => choose(rows[state.row + 1], { focus: true }),
  ArrowUp: () => choose(rows[state.row - 1], { focus: true }),
  ArrowRight: turn,
  ArrowLeft: () => {
    setSide(state.side - 1);
    choose(rows[state.row], { focus: true });
  },
  h: () => setHides(!state.hides),
  l: turn,
  "+": () => setSize(state.size + 1),
  "-": () => setSize(state.size - 1),
  Enter: () => reveal(rows[state.row]),
  Escape: () => {
    sheet.hidden = true;
  },
};

const rowAt = (event) => event.target.closest?.(".row") ?? null;
const onSentence = (event) => event.target.closest?.(".s") !== null && rowAt(event) !== null;

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse") light(onSentence(event) ? rowAt(event) : (rows[state.row] ?? null));
});
document.addEventListener("focusin", (event) => {
  if (event.target.classList.contains("s")) choose(rowAt(event), { focus: false });
});
document.addEventListener("click", (event) => {
  if (!onSentence(event) || String(getSelection()) !== "") return;
  choose(rowAt(event), { focus: false });
  reveal(rowAt(event));
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === "BUTTON") return;
  const act = keys[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});
sheet.addEventListener("click", () => {
  sheet.hidden = true;
});
document.getElementById("turn").addEventListener("click", turn);
document.getElementById("hide").addEventListener("click", () => setHides(!state.hides));
document.getElementById("larger").addEventListener("click", () => setSize(state.size + 1));
document.getElementById("smaller").addEventListener("click", () => setSize(state.size - 1));

setSize(state.size);
setSide(state.side);
setHides(state.hides);
const start = rows[state.row] ?? rows[0];
if (start) {
  sentenceOf(start)?.setAttribute("tabindex", "0");
  if (state.row > 0) {
    light(start);
    start.scrollIntoView({ block: "center" });
  }
}
