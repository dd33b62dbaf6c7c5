// Tokens, sentences, tags and entities of every text in a folder by wink-nlp. Prints how many tokens it saw.
// usage: node wink.mjs FOLDER
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const nlp = winkNLP(model, ['sbd', 'pos', 'ner']);
const { its } = nlp;
const folder = process.argv[2];
let tokens = 0;
for (const file of readdirSync(folder).filter(name => name.endsWith('.txt')).sort()) {
  const document = nlp.readDoc(readFileSync(join(folder, file), 'utf8'));
  tokens += document.tokens().out(its.pos).length;
  document.sentences().out(its.span);
  document.entities().out(its.span);
}
console.log(tokens);
