// Reads every page of a folder with Readability.js on jsdom: first to warm up, then timed, by processor time. Pages lie in memory before the clock starts.
// usage: node readability.mjs FOLDER OUT.jsonl
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const [folder, out] = process.argv.slice(2);
const silent = new VirtualConsole();
const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).sort()
  .map((name) => ({ name, html: readFileSync(join(folder, name), "utf8") }));

function read(html) {
  const dom = new JSDOM(html, { url: "https://page.example/", virtualConsole: silent });
  const article = new Readability(dom.window.document).parse();
  dom.window.close();
  return article?.textContent ?? "";
}

const texts = pages.map((page) => read(page.html));
const start = process.cpuUsage();
for (const page of pages) read(page.html);
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;

writeFileSync(out, pages.map(({ name }, i) => {
  const length = [...texts[i]].length;
  const blocks = length > 0 ? [{ role: "body", start: 0, end: length }] : [];
  return JSON.stringify({ document: { path: name, text: texts[i] }, blocks });
}).join("\n") + "\n");
console.log((pages.length / seconds).toFixed(2));
