// Whether what was asked is in the index at all. Pagefind answers a word that it does not know with
// pages that hold some shorter word with the same first letters, and does not say so.

const BEGIN = 5; // letters of a part that begins a word, or that two words begin with alike
const REST = 3; // letters that must be left beside a part

const plain = (word) =>
  word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

// The words of a page by which it was found, and the pieces of those that hold a hyphen or a dot.
const matched = (data) => {
  const words = data.content.split(/\s+/);
  const there = data.locations.length ? data.locations.map((at) => words[at] ?? "") : data.meta.title.split(/\s+/);
  return there.flatMap((word) => [plain(word), ...word.split(/[^\p{L}\p{N}\p{M}]+/u).map(plain)]);
};

const firstAnswers = async (engine, word) => {
  const [first] = (await engine.search(word)).results;
  return first ? matched(await first.data()) : [];
};

// Whether a word (in any of its forms) is in the index, or some word begins with it.
const isKnown = async (engine, word) => {
  if (!plain(word)) return true;
  if ((await engine.search(`"${word}"`)).results.length) return true;
  return (await firstAnswers(engine, word)).some((one) => one.startsWith(plain(word)));
};

const longest = (words) => words.reduce((one, other) => (other.length > one.length ? other : one), "");

// What comes nearest to a word that is not there: its two known parts, else a word that
// begins as it does, else the one part that is known.
const nearest = async (engine, word, forms) => {
  const asked = plain(word);
  const fits = forms.filter((form) => asked.length - form.length >= REST);
  const parts = [
    longest(fits.filter((form) => form.length >= BEGIN && asked.startsWith(form))),
    longest(fits.filter((form) => asked.endsWith(form))),
  ].filter(Boolean);
  const known = await Promise.all(parts.map((part) => isKnown(engine, part)));
  const there = parts.filter((_, at) => known[at]);
  if (there.length > 1) return there;
  const alike = (await firstAnswers(engine, word)).filter((one) => {
    let same = 0;
    while (same < one.length && one[same] === asked[same]) same += 1;
    return same >= BEGIN && same * 2 > asked.length && same * 2 > one.length;
  });
  return alike.length ? [longest(alike)] : there;
};

// What to search for, which words are not there, and which words come in their place.
export const judged = async (engine, text, forms) => {
  const words = text.split(/\s+/).filter(Boolean);
  if (!text || /^".*"$/.test(text)) return { query: text, missing: [], instead: [] };
  const known = await Promise.all(words.map((word) => isKnown(engine, word)));
  const missing = words.filter((_, at) => !known[at]);
  if (!missing.length) return { query: text, missing, instead: [] };
  const near = await Promise.all(missing.map((word) => nearest(engine, word, forms)));
  const instead = [...new Set([...words.filter((_, at) => known[at]), ...near.flat()])];
  return { query: instead.join(" "), missing, instead };
};
