// node annotations.mjs TARGETS.json: anchors each target's selectors in its text with Apache Annotator, and prints what does not anchor where it says, a line each.
// TARGETS.json: [{ "text": ..., "targets": [{ "position": TextPositionSelector, "quote": TextQuoteSelector }] }]
import { readFileSync } from 'node:fs';
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from '@apache-annotator/selector';

// A text as chunks of a few characters, as a page's text nodes are; some begin within what others write as one character.
function chunkerOf(text) {
  const chunks = [];
  for (let at = 0; at < text.length || at === 0;) {
    let end = Math.min(text.length, at + 97);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1])) { end++; }
    chunks.push({ data: text.slice(at, end), at });
    at = Math.max(end, at + 1);
  }
  let current = 0;
  return {
    get currentChunk() { return chunks[current]; },
    nextChunk() { return current + 1 < chunks.length ? chunks[++current] : null; },
    previousChunk() { return current > 0 ? chunks[--current] : null; },
    precedesCurrentChunk(chunk) { return chunks.indexOf(chunk) < current; },
  };
}

const placeOf = match => [match.startChunk.at + match.startIndex, match.endChunk.at + match.endIndex];
const complaints = [];
let checked = 0;
for (const { text, targets } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  for (const { position, quote } of targets) {
    checked++;
    const told = `${position.start}-${position.end} “${quote.exact}”`;
    try {
      const { value: first } = await textPositionSelectorMatcher(position)(chunkerOf(text)).next();
      const [start, end] = first ? placeOf(first) : [0, 0];
      if (text.slice(start, end) !== quote.exact) { complaints.push(`${told}: the position selects “${text.slice(start, end)}”`); continue; }
      let isThere = false;
      for await (const match of textQuoteSelectorMatcher(quote)(chunkerOf(text))) { isThere ||= placeOf(match)[0] === start && placeOf(match)[1] === end; }
      if (!isThere) { complaints.push(`${told}: the quote is not found there`); }
    } catch (failure) {
      complaints.push(`${told}: ${failure.message}`);
    }
  }
}
console.log(complaints.join('\n'));
console.error(`${checked} targets checked`);
