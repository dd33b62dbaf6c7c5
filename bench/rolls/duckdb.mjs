// The peer: DuckDB with the blocking rules and comparisons that Splink's documentation proposes for people, on names latinised beforehand.
//   node duckdb.mjs FOLDER
// Latinising is not timed. Prints the seconds from the CSV files to the best pair of each row, and the F1 at the best threshold on the truth.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const letters = Object.fromEntries(('а a,б b,в v,г h,ґ g,д d,е e,є ie,ж zh,з z,и y,і i,ї i,й i,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ shch,' +
  'ю iu,я ia,ы y,э e,ё e').split(',').map(pair => pair.split(' ')));
const latinise = text => text.toLowerCase().replace(/[ь'ъ]/g, '').replace(/[а-яёіїєґ]/g, letter => letters[letter] ?? letter)
  .normalize('NFD').replace(/[\u0300-\u036f]/g, '');
for (const name of ['list', 'register']) {
  const lines = readFileSync(join(folder, `${name}.csv`), 'utf8').split('\n');
  writeFileSync(join(folder, `${name}-latin.csv`), lines.map((line, at) => at === 0 ? line : latinise(line)).join('\n'));
}

const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
const started = performance.now();
const read = name => `SELECT row_number() OVER () AS row, surname, given, patronymic, strptime(birth_date, '%d.%m.%Y')::DATE AS born
  FROM read_csv('${join(folder, `${name}-latin.csv`)}', header = true, all_varchar = true, quote = '')`;
await connection.run(`CREATE TABLE l AS ${read('list')}; CREATE TABLE r AS ${read('register')};`);
const rules = [
  'l.born = r.born', 'l.surname = r.surname AND l.given = r.given', 'l.surname = r.given AND l.given = r.surname',
  'l.surname = r.surname AND year(l.born) = year(r.born)', 'substr(l.surname, 1, 4) = substr(r.surname, 1, 4) AND substr(l.given, 1, 2) = substr(r.given, 1, 2) AND year(l.born) = year(r.born)',
];
await connection.run(`CREATE TABLE pairs AS ${rules.map(rule => `SELECT l.row AS l, r.row AS r FROM l JOIN r ON ${rule}`).join(' UNION ')}`);
await connection.run(`CREATE TABLE best AS SELECT list, arg_max(register, score) AS register, max(score) AS score FROM (
  SELECT p.l AS list, p.r AS register,
    greatest(jaro_winkler_similarity(l.surname, r.surname) + jaro_winkler_similarity(l.given, r.given), jaro_winkler_similarity(l.surname, r.given) + jaro_winkler_similarity(l.given, r.surname))
    + CASE WHEN l.patronymic IS NULL OR l.patronymic = '' THEN 0.8 ELSE jaro_winkler_similarity(l.patronymic, r.patronymic) END
    + CASE WHEN l.born = r.born THEN 1.5 WHEN day(l.born) = month(r.born) AND month(l.born) = day(r.born) AND year(l.born) = year(r.born) THEN 1.2
           WHEN damerau_levenshtein(l.born::VARCHAR, r.born::VARCHAR) <= 1 OR abs(l.born - r.born) <= 1 THEN 1.1 WHEN year(l.born) = year(r.born) THEN 0.4 ELSE 0 END AS score
  FROM pairs p JOIN l ON l.row = p.l JOIN r ON r.row = p.r) GROUP BY list`);
const seconds = (performance.now() - started) / 1000;

const truth = readFileSync(join(folder, 'truth.csv'), 'utf8').trim().split('\n').slice(1).map(Number);
const best = new Map((await connection.runAndReadAll('SELECT list::INTEGER, register::INTEGER, score FROM best')).getRows().map(row => [row[0], row]));
let top = { f1: 0 };
for (let threshold = 2; threshold <= 4.5; threshold += 0.02) {
  let [right, said] = [0, 0];
  truth.forEach((register, at) => {
    const row = best.get(at + 1);
    if (row && row[2] >= threshold) { said++; if (row[1] === register) { right++; } }
  });
  const f1 = 2 * right / (said + truth.filter(register => register > 0).length);
  if (f1 > top.f1) { top = { f1, threshold }; }
}

const blocked = new Set((await connection.runAndReadAll('SELECT l::INTEGER, r::INTEGER FROM pairs')).getRows().map(row => `${row[0]}:${row[1]}`));
const kept = truth.filter((register, at) => register > 0 && blocked.has(`${at + 1}:${register}`)).length / truth.filter(register => register > 0).length;
console.log(`DuckDB   ${seconds.toFixed(2)} s  F1 ${top.f1.toFixed(4)} at its best threshold  blocking keeps ${(100 * kept).toFixed(2)} % of ${blocked.size} pairs`);
