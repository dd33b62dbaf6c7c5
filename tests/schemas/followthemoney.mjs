// node followthemoney.mjs ENTITIES.jsonl: checks each entity against the published model, and prints what does not fit, a line each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { schemata } = createRequire(import.meta.url)('@alephdata/followthemoney/dist/defaultModel.json');
const entities = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
const schemaOf = new Map(entities.map(entity => [entity.id, entity.schema]));

/** A schema's properties with those that it inherits. */
const propertiesOf = name => Object.assign({}, ...(schemata[name].extends ?? []).map(propertiesOf), schemata[name].properties);
const isA = (name, range) => name === range || (schemata[name]?.extends ?? []).some(parent => isA(parent, range));
const fits = {
  date: value => /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?Z?)?)?)?$/.test(value),
  url: value => URL.canParse(value),
  language: value => /^[a-z]{3}$/.test(value),
  checksum: value => /^[0-9a-f]{40,}$/.test(value),
};
const complaints = [];
for (const { id, schema, properties } of entities) {
  const complain = what => complaints.push(`${schema} ${id}: ${what}`);
  if (!schemata[schema]) { complain('is no schema of the model'); continue; }
  if (schemata[schema].abstract) { complain('is abstract'); }
  const known = propertiesOf(schema);
  for (const [name, values] of Object.entries(properties)) {
    const property = known[name];
    if (!property) { complain(`has no property '${name}'`); continue; }
    if (property.stub) { complain(`'${name}' is written on the other side`); }
    if (!Array.isArray(values) || values.some(value => typeof value !== 'string' || value === '')) { complain(`'${name}' is no list of strings`); continue; }
    for (const value of values) {
      if (property.type === 'entity' && !isA(schemaOf.get(value), property.range ?? 'Thing')) { complain(`'${name}' refers to ${value}, which is no ${property.range}`); }
      if (fits[property.type] && !fits[property.type](value)) { complain(`'${name}' is no ${property.type}: ${value}`); }
    }
  }
  for (const name of schemata[schema].required ?? []) { if (!properties[name]?.length) { complain(`lacks '${name}'`); } }
}
console.log(complaints.join('\n'));
console.error(`${entities.length} entities checked`);
