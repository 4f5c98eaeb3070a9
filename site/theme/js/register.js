// A register: narrowing down, sorting, exporting. The page has the whole list without this; the
// data are fetched once, when they are first wanted. All state is in the address.

import { element } from "./element.js";
import { ISO, workbook } from "./rekenblad.js";

const AT_ONCE = 100; // rows shown before "meer"
const WAIT = 200; // ms after the last key before filtering
const EMPTY = "–";

const register = document.getElementById("register");
const form = document.getElementById("verfijnen");
const field = document.getElementById("woorden");
const order = document.getElementById("sorteren");
const chosen = document.getElementById("gekozen");
const state = document.getElementById("stand");
const what = document.getElementById("wat");
const table = document.getElementById("lijst");
const body = table.tBodies[0];
const more = document.getElementById("meer");
const leaves = document.getElementById("bladen");
const facets = [...form.querySelectorAll("[data-facet]")];
const source = new URL(register.dataset.bron, location.href);
const root = new URL("../../", source);
const still = { rows: [...body.children], state: state.textContent, what: what.textContent };

const collator = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });
const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

let loading;
let data; // the register, once it is there
let found = []; // the rows that are left, in order
let shown = 0;
let followed; // what the address last asked for

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl");

// --- the data ---

const unpack = (raw) => {
  const columns = raw.kolommen;
  const places = Object.fromEntries(columns.map((one, place) => [one.sleutel, place]));
  const rows = raw.rijen.map((cells, number) => {
    const values = cells.map((cell, place) => columns[place].woorden?.[cell] ?? cell);
    const choices = raw.facetten.map((facet, place) =>
      raw.keuzes[number][place].map((one) => facet.waarden[one][0]),
    );
    const text = plain(values.join(" "));
    return { values, choices, text, number, invented: values[places.fictief] === "ja" };
  });
  const layout = columns
    .filter((one) => one.plaats)
    .sort((a, b) => a.plaats - b.plaats)
    .map((one) => ({ column: one, under: columns.filter((other) => other.onder === one.sleutel) }));
  return { ...raw, columns, places, rows, layout };
};

// The data are a script that leaves them on its own element: browsers give a page that was opened
// from disk no other files.
const fetched = () =>
  new Promise((done, fail) => {
    const script = element("script", { src: source });
    script.addEventListener("load", () => (script.gegevens ? done(script.gegevens) : fail()));
    script.addEventListener("error", fail);
    document.head.append(script);
  });

const load = () => {
  loading ??= fetched()
    .then((raw) => {
      data = unpack(raw);
      fillFacets();
    })
    .catch((fault) => {
      loading = undefined;
      state.textContent = "De gegevens zijn niet te laden. De volledige lijst staat hieronder.";
      throw fault;
    });
  return loading;
};

// --- the address ---

const wanted = () => {
  const query = new URLSearchParams(location.search);
  const picks = new Map();
  for (const facet of facets) {
    const values = query.getAll(facet.dataset.facet);
    if (values.length) picks.set(facet.dataset.facet, new Set(values));
  }
  const text = query.get("q") ?? "";
  const words = plain(text).split(/\s+/).filter(Boolean);
  return { text, words, picks, order: query.get("sorteer") ?? "" };
};

const current = () => {
  const picks = new Map();
  for (const facet of facets) {
    const values = [...facet.querySelectorAll("input:checked")].map((box) => box.value);
    if (values.length) picks.set(facet.dataset.facet, new Set(values));
  }
  return { text: field.value.trim(), picks, order: order.value };
};

const address = (wish) => {
  const query = new URLSearchParams();
  if (wish.text) query.set("q", wish.text);
  for (const [name, values] of wish.picks) values.forEach((one) => query.append(name, one));
  if (wish.order) query.set("sorteer", wish.order);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};

const narrows = (wish) => Boolean(wish.text) || wish.picks.size > 0;

// --- choosing rows ---

const fits = (row, wish, without) =>
  wish.words.every((word) => row.text.includes(word)) &&
  data.facetten.every((facet, place) => {
    const picked = place === without ? undefined : wish.picks.get(facet.sleutel);
    return !picked || row.choices[place].some((one) => picked.has(one));
  });

// By what a row is sorted: a number, or text with its large numbers without dots. What has nothing
// to say ("") comes last, and after that what is invented: in every order.
const sortKey = (row, place) => {
  const value = row.values[place];
  if (typeof value === "number") return value;
  return (data.columns[place].volgorde?.[value] ?? value).replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1");
};

const inOrder = (one, other) => {
  const numbers = typeof one === "number" && typeof other === "number";
  return numbers ? one - other : collator.compare(one, other);
};

const compare = (place, sign) => {
  const by = data.places[data.columns[place].volgens] ?? place;
  return (a, b) => {
    if (a.invented !== b.invented) return a.invented ? 1 : -1;
    const [one, other] = [sortKey(a, by), sortKey(b, by)];
    if ((one === "") !== (other === "")) return one === "" ? 1 : -1;
    const result = inOrder(one, other) || inOrder(sortKey(a, place), sortKey(b, place));
    return sign * result || a.number - b.number;
  };
};

const select = (wish) => {
  const rows = data.rows.filter((row) => fits(row, wish));
  const key = wish.order.replace(/^-/, "");
  const place = data.places[key];
  if (place !== undefined) {
    rows.sort(compare(place, wish.order.startsWith("-") ? -1 : 1));
  }
  return rows;
};

// --- showing ---

const worded = (row, column) => {
  const value = row.values[data.places[column.sleutel]];
  if (typeof value === "number") return String(value).replace(".", ",");
  if (column.soort !== "datum" || !ISO.test(value)) return value;
  const [year, month, day] = value.split("-").map(Number);
  return `${day}\u00a0${MONTHS[month - 1]}\u00a0${year}`;
};

const said = (row, column) => {
  const text = worded(row, column);
  if (!text) return EMPTY;
  const to = column.link
    ? row.values[data.places.adres]
    : column.naar_toets && `toetsen/${row.values[data.places.toets]}.html`;
  return to ? element("a", { href: new URL(to, root), textContent: text }) : text;
};

const below = (row, column) => {
  const text = worded(row, column);
  if (!text) return [];
  if (!column.merk) return [element("span", { className: "klein" }, [said(row, column)])];
  return [element("strong", { className: "label label--let-op", textContent: text })];
};

const line = (row) => {
  const made = element("tr", { role: "row" });
  data.layout.forEach(({ column, under }, number) => {
    const inner = [said(row, column), ...under.flatMap((one) => below(row, one))];
    if (number === 0) {
      const head = element("th", { role: "rowheader", scope: "row" }, inner);
      if (!column.link) head.className = "tekst";
      made.append(head);
      return;
    }
    const cell = element("td", { role: "cell" }, [element("div", {}, inner)]);
    cell.dataset.kop = column.kop;
    if (column.soort === "getal") cell.className = "getal";
    made.append(cell);
  });
  return made;
};

const showMore = () => {
  const lines = found.slice(shown, shown + AT_ONCE).map(line);
  const first = shown > 0 ? lines[0] : undefined;
  body.append(...lines);
  shown += lines.length;
  more.hidden = shown >= found.length;
  if (!first) return;
  const place = first.querySelector("a") ?? first;
  if (place === first) first.tabIndex = -1;
  place.focus();
};

const counted = (count) => `${count.toLocaleString("nl")} ${count === 1 ? data.enkel : data.meer}`;

const showStill = () => {
  body.replaceChildren(...still.rows);
  table.toggleAttribute("data-leeg", false);
  more.hidden = true;
  leaves.hidden = false;
  state.textContent = still.state;
  what.textContent = still.what;
};

const showFound = (wish) => {
  body.replaceChildren();
  shown = 0;
  leaves.hidden = true;
  showMore();
  table.toggleAttribute("data-leeg", found.length === 0);
  const all = data.rows.length;
  const part = narrows(wish);
  state.textContent = !found.length
    ? `Geen van de ${counted(all)} past bij uw keuzes.`
    : part
      ? `${found.length.toLocaleString("nl")} van ${counted(all)}`
      : counted(all);
  what.textContent = part || wish.order ? `${found.length === 1 ? "deze" : "deze selectie van"} ${counted(found.length)}` : still.what;
};

const showOrder = (wish) => {
  for (const head of table.tHead.rows[0].cells) {
    const { kolom } = head.dataset;
    if (wish.order === kolom) head.setAttribute("aria-sort", "ascending");
    else if (wish.order === `-${kolom}`) head.setAttribute("aria-sort", "descending");
    else head.removeAttribute("aria-sort");
  }
};

const fillFacets = () => {
  data.facetten.forEach((facet, place) => {
    const lines = facet.waarden.map(([value, label]) =>
      element("li", {}, [
        element("label", {}, [
          element("input", { type: "checkbox", value }),
          element("span", { textContent: label }),
          element("span", { className: "aantal" }),
        ]),
      ]),
    );
    facets[place].querySelector("ul").replaceChildren(...lines);
  });
  mark(wanted());
};

const mark = (wish) => {
  for (const facet of facets) {
    const picked = wish.picks.get(facet.dataset.facet);
    for (const box of facet.querySelectorAll("input")) box.checked = Boolean(picked?.has(box.value));
  }
};

// Counts of a facet are of what the other facets leave over, so that a second choice can be added.
const showFacets = (wish) => {
  data.facetten.forEach((facet, place) => {
    const counts = new Map();
    for (const row of data.rows) {
      if (!fits(row, wish, place)) continue;
      for (const one of row.choices[place]) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    for (const box of facets[place].querySelectorAll("input")) {
      box.parentElement.lastElementChild.textContent = `(${counts.get(box.value) ?? 0})`;
    }
    const picked = wish.picks.get(facet.sleutel)?.size ?? 0;
    facets[place].querySelector(".teller").textContent = picked ? `(${picked})` : "";
    facets[place].classList.toggle("actief", picked > 0);
  });
};

const labelOf = (name, value) => {
  const facet = data.facetten.find((one) => one.sleutel === name);
  return facet.waarden.find(([key]) => key === value)?.[1] ?? value;
};

const picksOf = (wish) =>
  data.facetten.flatMap((facet) =>
    [...(wish.picks.get(facet.sleutel) ?? [])].map((value) => ({
      name: facet.sleutel,
      value,
      text: `${facet.kop}: ${labelOf(facet.sleutel, value)}`,
    })),
  );

const showChosen = (wish) => {
  const buttons = picksOf(wish).map((one) => {
    const button = element("button", { type: "button", textContent: one.text });
    button.setAttribute("aria-label", `Verwijder filter ${one.text}`);
    button.addEventListener("click", () => {
      const now = wanted();
      now.picks.get(one.name).delete(one.value);
      if (!now.picks.get(one.name).size) now.picks.delete(one.name);
      go(now, true);
      (chosen.querySelector("button") ?? field).focus();
    });
    return element("li", {}, [button]);
  });
  if (buttons.length || wish.text) {
    const clear = element("button", { type: "button", className: "wis", textContent: "Wis alles" });
    clear.addEventListener("click", () => {
      go({ text: "", picks: new Map(), order: order.value }, true);
      field.focus();
    });
    buttons.push(element("li", {}, [clear]));
  }
  chosen.toggleAttribute("data-woorden", Boolean(wish.text)); // said on paper, where the field is not
  if (wish.text) chosen.dataset.woorden = wish.text;
  chosen.replaceChildren(...buttons);
};

// --- from wish to page ---

const follow = async () => {
  const wish = wanted();
  followed = wish;
  if (field.value.trim() !== wish.text) field.value = wish.text;
  order.value = wish.order;
  if (order.selectedIndex < 0) order.value = "";
  if (!narrows(wish) && !wish.order && !data) return;
  await load();
  mark(wish);
  found = select(wish);
  showFacets(wish);
  showChosen(wish);
  showOrder(wish);
  if (narrows(wish) || wish.order) showFound(wish);
  else showStill();
};

const go = (wish, push) => {
  history[push ? "pushState" : "replaceState"](null, "", address(wish));
  return follow().catch(() => {});
};

// --- exporting: exactly the rows that are left, in their order ---

const isPart = () => data && (narrows(followed) || followed.order);

const explained = () => {
  const picks = picksOf(followed).map((one) => one.text);
  if (followed.text) picks.unshift(`Woorden: ${followed.text}`);
  const said = picks.length ? picks.join("; ") : "alle rijen";
  return { ...data.toelichting, Selectie: `${said} (${found.length} van ${data.rows.length})` };
};

// The values of a row in a file: its place is an address there, if the site has one.
const told = (row) =>
  row.values.map((value, place) => (place === data.places.adres && data.site ? data.site + value : value));

const guarded = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csv = () => {
  const write = (value) =>
    quoted(typeof value === "number" ? String(value).replace(".", ",") : guarded(value));
  const lines = [data.columns.map((one) => one.kop), ...found.map(told)];
  return `\ufeff${lines.map((cells) => `${cells.map(write).join(";")}\r\n`).join("")}`;
};

const json = () => {
  const record = (row) => {
    const values = told(row);
    return Object.fromEntries(
      data.columns.map((one, place) => [one.sleutel, values[place] === "" ? null : values[place]]),
    );
  };
  const whole = {
    register: data.naam,
    titel: data.titel,
    gerekend_op: data.gerekend_op,
    toelichting: explained(),
    kolommen: Object.fromEntries(data.columns.map((one) => [one.sleutel, one.kop])),
    rijen: found.map(record),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
};

const xlsx = () => workbook(data, found.map(told), Object.entries(explained()));

const MAKERS = {
  csv: ["text/csv;charset=utf-8", csv],
  json: ["application/json", json],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx],
};

const save = (form) => {
  const [type, make] = MAKERS[form];
  const address = URL.createObjectURL(new Blob([make()], { type }));
  element("a", { href: address, download: `${data.naam}-selectie.${form}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

// --- what a reader does ---

const close = (except) => {
  for (const facet of facets) if (facet !== except) facet.open = false;
};

const listen = () => {
  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(current(), true);
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ ...wanted(), text: field.value.trim() }, false), WAIT);
  });
  order.addEventListener("change", () => go({ ...wanted(), order: order.value }, true));
  for (const facet of facets) {
    facet.addEventListener("toggle", () => {
      if (!facet.open) return;
      close(facet);
      load().then(() => showFacets(wanted()), () => {});
    });
    facet.addEventListener("change", () => go(current(), true));
  }
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".keuze")) close();
  });
  document.addEventListener("keydown", (event) => {
    const open = facets.find((one) => one.open);
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  more.addEventListener("click", showMore);
  for (const link of register.querySelectorAll("[data-vorm]")) {
    link.addEventListener("click", (event) => {
      if (!isPart()) return;
      event.preventDefault();
      save(link.dataset.vorm);
    });
  }
  addEventListener("popstate", () => follow().catch(() => {}));
};

const headButtons = () => {
  for (const head of table.tHead.rows[0].cells) {
    const { kolom } = head.dataset;
    const button = element("button", { type: "button", className: "sorteer", textContent: head.textContent });
    button.addEventListener("click", () => {
      const now = wanted();
      now.order = now.order === kolom ? `-${kolom}` : now.order === `-${kolom}` ? "" : kolom;
      go(now, true);
    });
    // On a narrow screen every cell names its column and the list above sorts: there the head is text.
    const title = element("span", { className: "kolomkop", textContent: head.textContent });
    head.replaceChildren(title, button);
  }
};

headButtons();
listen();
form.classList.add("klaar");
chosen.classList.add("klaar");
follow().catch(() => {});
