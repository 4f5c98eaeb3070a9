// Puts a button beside every permanent address of a toets that copies a reference to that part:
// its name, the page, the address and the day. Without this script the address itself remains.

import { element } from "./element.js";

const SHOWN = 4000; // ms that a button says that it has copied
const ICON = "M4.5 4.5v-3h9v9h-3M1.5 4.5h9v10h-9z";

const icon = () => {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", ICON);
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(line);
  return drawing;
};

const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const today = () => new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date());

// --- what is copied: as plain text, and for a word processor with a link in it ---

const reference = ({ naam, titel }, address) => {
  const what = titel ? `${capitalised(naam)}, ‘${titel}’` : capitalised(naam);
  return { before: `${what}, in: ${document.title}, `, address, after: ` (geraadpleegd op ${today()})` };
};

const plain = ({ before, address, after }) => `${before}${address}${after}`;

const rich = ({ before, address, after }) => {
  const link = element("a", { href: address, textContent: address });
  return element("p", {}, [before, link, after]).outerHTML;
};

const copyByHand = (text) => {
  const field = element("textarea", { value: text, readOnly: true, className: "voor-lezer" });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("not copied");
};

const copy = async (made) => {
  if (!navigator.clipboard) return copyByHand(plain(made));
  if (!window.ClipboardItem) return navigator.clipboard.writeText(plain(made));
  const data = { "text/plain": plain(made), "text/html": rich(made) };
  const blobs = Object.entries(data).map(([type, text]) => [type, new Blob([text], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};

// --- the buttons ---

const status = element("p", { role: "status", className: "voor-lezer" });

const button = (place) => {
  const { naam } = place.dataset;
  const anchor = place.querySelector("a");
  const said = element("span", { className: "gekopieerd", hidden: true, textContent: "Gekopieerd" });
  const made = element("button", { type: "button", className: "kopieer" }, [icon(), said]);
  let timer;
  made.setAttribute("aria-label", `Kopieer verwijzing naar ${naam}`);
  made.title = "Kopieer verwijzing";
  made.addEventListener("click", async () => {
    clearTimeout(timer);
    status.textContent = "";
    try {
      await copy(reference(place.dataset, anchor.href));
      status.textContent = `Verwijzing naar ${naam} gekopieerd.`;
      said.textContent = "Gekopieerd";
    } catch {
      status.textContent = `Kopiëren is niet gelukt. Het adres van ${naam} staat nu in de adresbalk.`;
      said.textContent = "Niet gelukt";
      location.hash = anchor.hash;
    }
    said.hidden = false;
    timer = setTimeout(() => (said.hidden = true), SHOWN);
  });
  return made;
};

// The address of a page on somebody's disk is of no use to anybody else.
if (location.protocol !== "file:") {
  document.querySelector("main").append(status);
  for (const place of document.querySelectorAll("[data-naam]")) place.append(button(place));
}
