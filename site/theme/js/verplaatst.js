// Goes on to where a page has moved, to the part that was asked for. A refresh by the page itself,
// which is there for browsers without scripts, loses that part.
{
  const target = new URL(document.getElementById("nieuw-adres").href);
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target);
}
