// What the search page shows of a page that was found: where the words stand, best place first.
// Words that only help to find a text (generator/invoeringstoets/pages/synonyms.py) stand behind
// it as "⁂kinderopvangtoeslag⁂ kot⁂ toeslag⁂": none is shown, the word they stand for is marked.

import { element } from "./element.js";

const HIDDEN = "⁂";
const LENGTH = 28; // words in an excerpt
const LEAD = 4; // words before the first one that was found
const PLACES = 3; // of a page
const FAINT = 0.1; // of the score of the best place: less is not worth showing

const isHidden = (word) => word.includes(HIDDEN);
const wordsIn = (text) => text.split(/\s+/); // as Pagefind counts them
const bare = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const isOne = (word, wanted) => bare(word) === wanted || bare(word).split(/[^\p{L}\p{N}]+/u).includes(wanted);

// Where the word (or the run of words) stands for which there is a hidden one.
const meant = (words, hidden, from) => {
  let head = hidden;
  while (head > from && !words[head].startsWith(HIDDEN)) head -= 1;
  const run = bare(words[head]).split("_");
  for (let start = from; start + run.length <= head; start += 1) {
    if (run.every((one, at) => isOne(words[start + at], one))) return run.map((_, at) => start + at);
  }
  return [];
};

// The places of the words to mark in a stretch of text.
const marked = (words, locations, from) =>
  new Set(locations.flatMap((at) => (isHidden(words[at]) ? meant(words, at, from) : [at])));

// A word that is marked without the quotes, brackets, full stop and so on around it.
const mark = (word) => {
  const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word);
  return [before, element("mark", { textContent: core }), after];
};

const drawn = (words, places, marks) =>
  places.flatMap((at, nth) => [nth ? " " : "", ...(marks.has(at) ? mark(words[at]) : [words[at]])]);

// The part of a stretch in which most of the words stand, as a paragraph; none of an empty one.
const excerpt = (words, marks, { from, to }) => {
  const visible = [];
  for (let at = from; at < to; at += 1) if (!isHidden(words[at])) visible.push(at);
  if (!visible.some((at) => words[at])) return [];
  const within = (start) => visible.slice(start, start + LENGTH - LEAD).filter((at) => marks.has(at)).length;
  const starts = visible.flatMap((at, nth) => (marks.has(at) ? [nth] : []));
  const best = starts.reduce((one, other) => (within(other) > within(one) ? other : one), starts[0] ?? 0);
  const start = Math.max(0, Math.min(best - LEAD, visible.length - LENGTH));
  const shown = visible.slice(start, start + LENGTH);
  const before = start > 0 ? "… " : "";
  const after = start + LENGTH < visible.length ? " …" : "";
  return [element("p", {}, [before, ...drawn(words, shown, marks), after])];
};

// A heading with what stands under it: a link to it, and the part of it that was found.
const place = (words, part, ends) => {
  const begin = part.anchor.location;
  const text = {
    from: begin + wordsIn(part.anchor.text.trim()).length,
    to: ends.find((end) => end > begin) ?? words.length,
  };
  const marks = marked(words, part.locations, begin);
  const title = [...words.keys()].slice(begin, text.from);
  const link = element("a", { href: part.url }, drawn(words, title, marks));
  const last = link.lastChild;
  if (last) last.textContent = last.textContent.replace(/\.$/, ""); // Pagefind ends a heading so
  return element("li", {}, [link, ...excerpt(words, marks, text)]);
};

const score = (part) => part.weighted_locations.reduce((sum, one) => sum + one.balanced_score, 0);

export const result = (data) => {
  const words = wordsIn(data.content);
  const ends = data.anchors.filter((one) => /^h\d$/i.test(one.element)).map((one) => one.location);
  ends.sort((one, other) => one - other);
  const item = element("li", { className: "resultaat" });
  item.append(element("h2", {}, [element("a", { href: data.url, textContent: data.meta.title })]));
  if (data.meta.kenmerken) {
    item.append(element("p", { className: "klein", textContent: data.meta.kenmerken }));
  }
  const parts = data.sub_results
    .filter((part) => part.anchor && part.title !== data.meta.title)
    .sort((one, other) => score(other) - score(one))
    .filter((part, _, [best]) => score(part) >= FAINT * score(best))
    .slice(0, PLACES);
  if (parts.length) item.append(element("ul", {}, parts.map((part) => place(words, part, ends))));
  else {
    const top = { from: 0, to: words.length };
    item.append(...excerpt(words, marked(words, data.locations, top.from), top));
  }
  return item;
};
