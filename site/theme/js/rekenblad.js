// A workbook (XLSX: Office Open XML, ECMA-376) of a register: text as text, numbers and days typed.
// Nothing in it becomes a formula. The container is a ZIP without compression (APPNOTE 6.3).

const encoder = new TextEncoder();
export const ISO = /^\d{4}-\d{2}-\d{2}$/;
const EPOCH = Date.UTC(1899, 11, 30); // day 0, with Excel's leap day of 1900 in it
const EARLIEST = "1900-03-01"; // before it Excel counts days wrongly
const MOST = 32767; // characters in a cell
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const TABLE = Uint32Array.from({ length: 256 }, (_, one) => {
  let sum = one;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

const crc = (bytes) => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  return (sum ^ 0xffffffff) >>> 0;
};

const numbers = (...pairs) => {
  const view = new DataView(new ArrayBuffer(pairs.reduce((sum, [size]) => sum + size, 0)));
  let place = 0;
  for (const [size, value] of pairs) {
    if (size === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value, true);
    place += size;
  }
  return new Uint8Array(view.buffer);
};

// 0x0021: the first of January 1980, the earliest day that a ZIP knows.
const zip = (files) => {
  const parts = [];
  const index = [];
  let place = 0;
  for (const [name, text] of files) {
    const title = encoder.encode(name);
    const bytes = encoder.encode(text);
    const told = [[2, 20], [2, 0], [2, 0], [2, 0], [2, 0x0021], [4, crc(bytes)], [4, bytes.length], [4, bytes.length], [2, title.length], [2, 0]];
    const head = numbers([4, 0x04034b50], ...told);
    index.push(numbers([4, 0x02014b50], [2, 20], ...told, [2, 0], [2, 0], [2, 0], [4, 0], [4, place]), title);
    parts.push(head, title, bytes);
    place += head.length + title.length + bytes.length;
  }
  const size = index.reduce((sum, one) => sum + one.length, 0);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, place], [2, 0]);
  return new Blob([...parts, ...index, end]);
};

// Control characters cannot be in XML 1.0; half a pair of surrogates cannot be in UTF-8.
const xml = (text) =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

const letters = (number) =>
  (number >= 26 ? letters(Math.floor(number / 26) - 1) : "") + String.fromCharCode(65 + (number % 26));

const cell = (value, place, { isDate, style }) => {
  if (value === "" || value === null) return "";
  if (typeof value === "number") return `<c r="${place}" s="${style ?? 2}"><v>${value}</v></c>`;
  if (isDate && ISO.test(value) && value >= EARLIEST) {
    return `<c r="${place}" s="3"><v>${(Date.parse(value) - EPOCH) / 86_400_000}</v></c>`;
  }
  const text = xml(value.slice(0, MOST));
  return `<c r="${place}" s="${style ?? 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
};

const WEB = /^https?:\/\/[^\s<>"{}|\\^`]+$/;
const MOST_LINKS = 65_530; // what Excel reads on one sheet

// The places and addresses in columns of addresses: only those become links.
const linksOf = (columns, rows) =>
  rows
    .flatMap((values, line) =>
      columns.flatMap((one, number) =>
        one.soort === "adres" && WEB.test(values[number]) && values[number].length < 2080
          ? [[`${letters(number)}${line + 2}`, values[number]]]
          : [],
      ),
    )
    .slice(0, MOST_LINKS);

const hyperlinks = (links) =>
  links.length
    ? `<hyperlinks xmlns:r="${OFFICE}">${links.map(([place], number) => `<hyperlink ref="${place}" r:id="rId${number + 1}"/>`).join("")}</hyperlinks>`
    : "";

const relations = (links) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.map(([, address], number) => `<Relationship Id="rId${number + 1}" Type="${OFFICE}/hyperlink" Target="${xml(address)}" TargetMode="External"/>`).join("")}</Relationships>`;

const sheet = (columns, rows, links = []) => {
  const row = (values, line, style) =>
    `<row r="${line}">${values.map((value, number) => cell(value, `${letters(number)}${line}`, { isDate: columns[number].soort === "datum", style })).join("")}</row>`;
  const widths = columns.map((one, number) => `<col min="${number + 1}" max="${number + 1}" width="${one.breedte}" customWidth="1"/>`);
  const lines = rows.map((values, number) => row(values, number + 2));
  const last = `${letters(columns.length - 1)}${rows.length + 1}`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${row(columns.map((one) => one.kop), 1, 4)}${lines.join("")}</sheetData><autoFilter ref="A1:${last}"/>${hyperlinks(links)}</worksheet>`;
};

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\-m\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[[49, 0], [0, 0], [164, 0], [49, 1]].map(([form, font]) => `<xf numFmtId="${form}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const EXPLANATION = [{ kop: "Onderwerp", breedte: 28 }, { kop: "Toelichting", breedte: 100 }];

const tab = (title) => title.replace(/[[\]:*?/\\]/g, " ").slice(0, 31).replace(/^['\s]+|['\s]+$/g, "") || "Blad";

export const workbook = (data, rows, explained) => {
  const names = [tab(data.titel), "Toelichting"];
  const sheets = names.map((_, number) => `sheet${number + 1}`);
  const links = linksOf(data.columns, rows);
  return zip([
    ["[Content_Types].xml", `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${sheets.map((one) => `<Override PartName="/xl/worksheets/${one}.xml" ContentType="${KIND}.worksheet+xml"/>`).join("")}</Types>`],
    ["_rels/.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, number) => `<sheet name="${xml(name)}" sheetId="${number + 1}" r:id="rId${number + 1}"/>`).join("")}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((one, number) => `<Relationship Id="rId${number + 1}" Type="${OFFICE}/worksheet" Target="worksheets/${one}.xml"/>`).join("")}<Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
    ["xl/styles.xml", STYLES],
    ["xl/worksheets/sheet1.xml", sheet(data.columns, rows, links)],
    ["xl/worksheets/_rels/sheet1.xml.rels", relations(links)],
    ["xl/worksheets/sheet2.xml", sheet(EXPLANATION, explained)],
  ]);
};
