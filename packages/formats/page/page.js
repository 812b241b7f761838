import { markWords, placeAt, plainText } from "./words.js";

const body = document.body;
const rows = [...document.querySelectorAll(".row")];
const sheet = document.getElementById("sheet");
const sheetText = document.getElementById("sheet-text");
const help = document.getElementById("help");
const sides = Number(body.dataset.sides);
const key = `stele:${body.dataset.key}`;
const state = { row: 0, side: 0, column: 0, size: 0, hides: false, layout: "side", without: [], ...stored() };
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

function markRow(row, place) {
  const isCovered = (cell) =>
    state.hides && Number(cell.dataset.side) !== state.side && !cell.classList.contains("shown");
  const cells = [...(row?.querySelectorAll(".cell") ?? [])].filter((cell) => !isCovered(cell));
  markWords(row, { place, lines: isOne() ? [...cells, ...sheetText.children] : cells });
}

// Whether one language is shown at a time: on a phone.
function isOne() {
  return getComputedStyle(body).getPropertyValue("--one").trim() === "1";
}

function sentenceOf(row, column = state.column) {
  const side = isOne() ? state.side : column;
  return row?.querySelector(`.cell[data-side="${side}"] .s`) ?? row?.querySelector(".s") ?? null;
}

function light(row, place) {
  if (row !== lit) {
    lit?.classList.remove("lit");
    row?.classList.add("lit");
    lit = row;
  }
  markRow(row, place);
}

function fillSheet(row) {
  sheetText.replaceChildren();
  for (const cell of row.querySelectorAll(".cell")) {
    if (Number(cell.dataset.side) === state.side || cell.textContent.trim() === "") continue;
    const line = document.createElement("p");
    line.lang = cell.lang;
    line.dataset.side = cell.dataset.side;
    line.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    for (const sentence of line.querySelectorAll(".s")) sentence.replaceWith(...sentence.childNodes);
    sheetText.append(line);
  }
  sheet.hidden = sheetText.childElementCount === 0;
}

function choose(row, { focus, place }) {
  if (row === undefined || row === null) return;
  for (const sentence of rows[state.row]?.querySelectorAll('[tabindex="0"]') ?? []) sentence.tabIndex = -1;
  state.row = rows.indexOf(row);
  const sentence = sentenceOf(row);
  if (sentence) sentence.tabIndex = 0;
  fillSheet(row);
  light(row, place);
  if (focus) sentence?.focus({ preventScroll: true });
  if (focus) sentence?.scrollIntoView({ block: "nearest" });
  keep();
}

function reveal(row) {
  for (const cell of row?.querySelectorAll(".cell") ?? []) cell.classList.add("shown");
  if (row === lit) markRow(lit);
}

function setSide(side) {
  state.side = (side + sides) % sides;
  body.dataset.side = String(state.side);
  keep();
}

function turn(by = 1) {
  setSide(state.side + by);
  state.column = state.side;
  choose(rows[state.row], { focus: true });
}

// To the column beside; where only one language is shown, to the other language.
function move(by) {
  if (isOne()) return turn(by);
  const order = [...Array(sides).keys()].sort(
    (one, other) => (other === state.side) - (one === state.side) || one - other,
  );
  const at = order.indexOf(state.column) + by;
  state.column = order[Math.max(0, Math.min(sides - 1, at))];
  choose(rows[state.row], { focus: true });
}

function setHides(hides) {
  state.hides = hides;
  body.classList.toggle("hides", hides);
  document.getElementById("hide").setAttribute("aria-pressed", String(hides));
  if (hides) for (const cell of document.querySelectorAll(".shown")) cell.classList.remove("shown");
  markRow(lit);
  keep();
}

function setSize(size) {
  state.size = Math.max(-3, Math.min(8, size));
  document.documentElement.style.setProperty("--size", `${1.05 + state.size * 0.1}rem`);
  keep();
}

function setLayout(layout) {
  state.layout = layout;
  body.dataset.layout = layout;
  keep();
}

const aids = [...document.querySelectorAll("[data-aid]")];

function setAid(button, isOn) {
  const { aid } = button.dataset;
  state.without = [...state.without.filter((one) => one !== aid), ...(isOn ? [] : [aid])];
  button.setAttribute("aria-pressed", String(isOn));
  body.classList.toggle(`without-${aid}`, !isOn);
  keep();
}

function nextDoubtful() {
  const after = rows.findIndex((row, at) => at > state.row && row.classList.contains("low"));
  choose(after === -1 ? rows.find((row) => row.classList.contains("low")) : rows[after], { focus: true });
}

function copyAll() {
  const texts = [...(rows[state.row]?.querySelectorAll(".cell") ?? [])].map(plainText).filter((text) => text !== "");
  navigator.clipboard?.writeText([...texts, document.title].join("\n")).catch(() => {});
}

function isAway() {
  help.close();
  sheet.hidden = true;
}

const next = () => choose(rows[state.row + (lit === null ? 0 : 1)], { focus: true });
const previous = () => choose(rows[state.row - 1], { focus: true });
const show = () => reveal(rows[state.row]);
const larger = () => setSize(state.size + 1);
const keys = {
  ArrowDown: next,
  j: next,
  ArrowUp: previous,
  k: previous,
  ArrowRight: () => move(1),
  ArrowLeft: () => move(-1),
  Home: () => choose(rows[0], { focus: true }),
  End: () => choose(rows.at(-1), { focus: true }),
  f: () => turn(),
  h: () => setHides(!state.hides),
  " ": show,
  Enter: show,
  l: () => setLayout(state.layout === "side" ? "stacked" : "side"),
  "+": larger,
  "=": larger,
  "-": () => setSize(state.size - 1),
  n: nextDoubtful,
  C: copyAll,
  v: () => {
    const isOn = aids.some((button) => button.getAttribute("aria-pressed") === "true");
    for (const button of aids) setAid(button, !isOn);
  },
  "?": () => help.showModal(),
  Escape: isAway,
};

const rowAt = (event) => event.target.closest?.(".row") ?? null;
const onSentence = (event) => event.target.closest?.(".row .s") !== null && rowAt(event) !== null;

document.addEventListener("pointermove", (event) => {
  if (event.pointerType !== "mouse") return;
  if (onSentence(event)) light(rowAt(event), placeAt(event));
  else if (!sheet.contains(event.target))
    light(rows[state.row] === lit || hasChosen ? (rows[state.row] ?? null) : null);
});
let hasChosen = state.row > 0;
document.addEventListener("focusin", (event) => {
  if (!event.target.classList.contains("s")) return;
  hasChosen = true;
  state.column = Number(event.target.closest(".cell").dataset.side);
  if (rowAt(event) !== rows[state.row] || lit !== rowAt(event)) choose(rowAt(event), { focus: false });
});
document.addEventListener("click", (event) => {
  if (!onSentence(event) || String(getSelection()) !== "") return;
  hasChosen = true;
  state.column = Number(event.target.closest(".cell").dataset.side);
  choose(rowAt(event), { focus: false, place: placeAt(event) });
  reveal(rowAt(event));
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const isPress = event.key === " " || event.key === "Enter";
  const act = keys[event.key];
  if (act === undefined || (isPress && event.target.closest("button") !== null)) return;
  event.preventDefault();
  act();
});
const on = (id, act) => document.getElementById(id).addEventListener("click", act);
on("sheet-close", () => {
  sheet.hidden = true;
});
on("turn", () => turn());
on("hide", () => setHides(!state.hides));
on("larger", larger);
on("smaller", keys["-"]);
on("keys", keys["?"]);
on("help-close", () => help.close());
for (const button of aids) {
  button.addEventListener("click", () => setAid(button, button.getAttribute("aria-pressed") !== "true"));
  setAid(button, !state.without.includes(button.dataset.aid));
}

setSize(state.size);
setSide(state.side);
setLayout(state.layout);
setHides(state.hides);
const start = rows[state.row] ?? rows[0];
if (start) {
  sentenceOf(start)?.setAttribute("tabindex", "0");
  if (state.row > 0) {
    light(start);
    start.scrollIntoView({ block: "center" });
  }
}
