// The search page: Pagefind does the searching, this shows it. All state is in the address.
// The index is loaded at the first sign that somebody searches, so that the page itself is light.

import { element } from "./element.js";
import { judged } from "./zoekoordeel.js";
import { result } from "./zoekresultaat.js";

const PER_PAGE = 10;
const WAIT = 200; // ms after the last key before searching
const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin"]; // that somebody is there
const FROM_DISK = "Zoeken werkt op een webserver, en niet nu deze site van schijf is geopend. Alles staat ook in ";
const NO_INDEX = "De zoekindex is niet te laden. Alles staat ook in ";

const form = document.getElementById("zoekformulier");
const field = document.getElementById("zoekwoorden");
const sheet = document.getElementById("zoekblad");
const state = document.getElementById("stand");
const list = document.getElementById("resultaten");
const more = document.getElementById("meer");
const clear = document.getElementById("wis");
const fault = document.getElementById("zoekfout");
const refine = document.getElementById("verfijnen");
const facets = [...sheet.querySelectorAll("[data-facet]")];
const forms = sheet.dataset.delen.split(" "); // of the known parts of compounds

let loading;
let engine;
let found = [];
let shown = 0;
let turn = 0;

const explain = (text) => {
  fault.firstChild.textContent = text;
  fault.hidden = false;
};

// Whether there is an index to search in; says so if there is none.
const load = () =>
  (loading ??= prepare().then(
    () => true,
    () => explain(NO_INDEX),
  ));

const prepare = async () => {
  const found = await import(new URL(`${sheet.dataset.index}/pagefind.js`, document.baseURI));
  const baseUrl = new URL(".", document.baseURI).pathname; // what results are beside: the root of the site
  await found.options({ baseUrl, noWorker: true }); // a worker is a second copy of it all
  await found.init();
  await found.filters(); // without this a search counts no facets
  engine = found;
};

// --- the address ---

const chosen = () => {
  const filters = {};
  for (const facet of facets) {
    const values = [...facet.querySelectorAll("input:checked")].map((box) => box.value);
    if (values.length) filters[facet.dataset.facet] = values;
  }
  return filters;
};

const address = (filters) => {
  const query = new URLSearchParams();
  if (field.value.trim()) query.set("q", field.value.trim());
  for (const [name, values] of Object.entries(filters)) values.forEach((one) => query.append(name, one));
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};

const wanted = () => {
  const query = new URLSearchParams(location.search);
  const filters = {};
  for (const facet of facets) {
    const values = query.getAll(facet.dataset.facet);
    if (values.length) filters[facet.dataset.facet] = values;
  }
  return { text: query.get("q") ?? "", filters };
};

// --- showing ---

const showMore = async () => {
  const mine = turn;
  const next = found.slice(shown, shown + PER_PAGE);
  const data = await Promise.all(next.map((one) => one.data()));
  if (mine !== turn) return;
  const items = data.map(result);
  list.append(...items);
  if (shown > 0) items[0]?.querySelector("a").focus();
  shown += next.length;
  more.hidden = shown >= found.length;
};

const showFacets = (counts, filters) => {
  for (const facet of facets) {
    const name = facet.dataset.facet;
    const picked = new Set(filters[name] ?? []);
    const active = document.activeElement?.value;
    const inFacet = facet.contains(document.activeElement);
    const rows = Object.entries(counts[name] ?? {})
      .filter(([value, count]) => count > 0 || picked.has(value))
      .sort(([a], [b]) => (name === "jaar" ? b.localeCompare(a) : a.localeCompare(b, "nl")));
    const boxes = rows.map(([value, count]) =>
      element("li", {}, [
        element("label", {}, [
          element("input", { type: "checkbox", value, checked: picked.has(value) }),
          element("span", { textContent: value }),
          element("span", { className: "aantal", textContent: `(${count})` }),
        ]),
      ]),
    );
    facet.querySelector("ul").replaceChildren(...boxes);
    facet.hidden = rows.length === 0;
    if (inFacet) [...facet.querySelectorAll("input")].find((box) => box.value === active)?.focus();
  }
  const picks = Object.values(filters).flat().length;
  refine.querySelector(".teller").textContent = picks ? `(${picks})` : "";
  clear.hidden = picks === 0;
};

const quoted = (words) => words.map((word) => `‘${word}’`).join(" en ");

const say = (text, filters, { missing, instead }) => {
  const narrowed = Object.keys(filters).length ? " binnen uw keuzes" : "";
  const about = text ? ` voor ‘${text}’` : "";
  const count = found.length === 1 ? "1 pagina" : `${found.length} pagina’s`;
  const said = [`${found.length && !missing.length ? count : "Niets gevonden"}${about}${narrowed}.`];
  if (found.length && missing.length) {
    const alike = found.length === 1 ? "Deze pagina lijkt erop: zij gaat" : `Deze ${count} lijken erop: zij gaan`;
    said.push(`${alike} over ${quoted(instead)}.`);
  }
  if (!found.length && !narrowed && text) said.push("Probeer een ander of korter woord, of een afkorting.");
  state.textContent = said.join(" ");
};

// --- searching ---

// Counts per facet are of what the other facets leave over, so that a second choice can be added.
const countsOf = async (text, filters, all) => {
  const counts = { ...all };
  for (const name of Object.keys(filters)) {
    const { [name]: own, ...others } = filters;
    const without = await engine.search(text || null, { filters: any(others) });
    counts[name] = without.filters[name];
  }
  return counts;
};

const any = (filters) =>
  Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }]));

// What there is for a question; where nothing holds all of its words, what comes nearest to it.
const answers = async (text, filters) => {
  const asked = await judged(engine, text, forms);
  const tries = asked.missing.length ? [asked.instead, ...asked.instead.map((one) => [one])] : [[asked.query]];
  for (const instead of tries.filter((words) => words.length)) {
    const query = instead.join(" ");
    const answer = await engine.search(query || null, { filters: any(filters) });
    if (answer.results.length || !asked.missing.length) {
      return { ...answer, counts: await countsOf(query, filters, answer.filters), missing: asked.missing, instead };
    }
  }
  return { results: [], counts: {}, missing: asked.missing, instead: [] };
};

const search = async (text, filters) => {
  const mine = ++turn;
  sheet.hidden = false;
  const nothing = !text && !Object.keys(filters).length;
  if (nothing) {
    found = [];
    list.replaceChildren();
    more.hidden = true;
    state.textContent = "Vul een of meer woorden in, of kies bij ‘Verfijnen’.";
  }
  const answer = await answers(text, filters);
  if (mine !== turn) return;
  showFacets(answer.counts, filters);
  if (nothing) return;
  found = answer.results;
  shown = 0;
  list.replaceChildren();
  say(text, filters, answer);
  await showMore();
};

const update = async ({ push }) => {
  if (!(await load())) return;
  const filters = chosen();
  history[push ? "pushState" : "replaceState"](null, "", address(filters));
  await search(field.value.trim(), filters);
};

const follow = async () => {
  const { text, filters } = wanted();
  field.value = text;
  if (await load()) await search(text, filters);
};

const listen = () => {
  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    update({ push: true });
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => update({ push: false }), WAIT);
  });
  sheet.addEventListener("change", () => update({ push: true }));
  more.addEventListener("click", showMore);
  clear.addEventListener("click", () => {
    sheet.querySelectorAll("input:checked").forEach((box) => (box.checked = false));
    update({ push: true });
    field.focus();
  });
  addEventListener("popstate", follow);
};

// On a narrow screen the choices would stand between the question and its answer: there they fold.
const narrow = matchMedia("(max-width: 48rem)");
const fold = () => {
  refine.open = !narrow.matches;
};

// Whoever types while the index is still loading loses nothing.
const begin = async () => {
  for (const sign of SIGNS) removeEventListener(sign, begin);
  if (!(await load())) return;
  if (field.value.trim() && !wanted().text) await update({ push: false });
  else await follow();
};

if (location.protocol === "file:") {
  explain(FROM_DISK);
  form.hidden = true;
} else {
  fault.hidden = true;
  fold();
  narrow.addEventListener("change", fold);
  listen();
  if (location.search || field.value) begin();
  else for (const sign of SIGNS) addEventListener(sign, begin);
}
