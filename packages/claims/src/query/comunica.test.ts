import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { QueryEngine as FullEngine } from '@comunica/query-sparql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRdfSource } from '../store/rdf-source.ts';
import { claimText } from '../test-support/claim-text.ts';
import { collectAnswer, type Result } from './collect-answer.ts';
import { QueryEngine as LiteEngine } from './comunica.ts';
import type { SparqlEngine } from './create-answerer.ts';
import { loadClaims } from './load-claims.ts';
import { parseQuery } from './parse-query.ts';

const bundler = fileURLToPath(new URL('../../bundle.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'grondslag-comunica-'));
const full = new FullEngine() as SparqlEngine;
const lite = new LiteEngine() as unknown as SparqlEngine;
let bundled: SparqlEngine;

beforeAll(async () => {
  execFileSync(process.execPath, [bundler, folder]);
  const { QueryEngine } = await import(join(folder, 'comunica.js'));
  bundled = new QueryEngine();
});
afterAll(() => rmSync(folder, { recursive: true }));

const statements = [
  '<urn:a> <urn:knows> <urn:b>',
  '<urn:a> <urn:name> "Anna"',
  '<urn:a> <urn:name> "Anne"@fr',
  '<urn:b> <urn:knows> <urn:c>',
  '<urn:b> <urn:score> "1.5"^^<http://www.w3.org/2001/XMLSchema#float>',
  '<urn:c> <urn:born> "2000-02-29T10:00:00+01:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
  '<urn:c> <urn:knows> _:c14n0',
  '_:c14n0 <urn:name> "Zoë"',
];
const store = loadClaims([claimText(statements.map((one) => `${one} .\n`).join(''))]);
const source = createRdfSource(store);

async function answerOf(engine: SparqlEngine, sparql: string): Promise<string[]> {
  const context = { sources: [source] };
  const result = await engine.query(parseQuery(sparql), context);
  const answer = await collectAnswer(result as Result, 1_000);
  const rows = answer.form === 'select' ? answer.rows : [answer];
  return rows.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1));
}

const inGraph = (pattern: string) => `GRAPH ?g { ${pattern} }`;
const functions = `
  SHA1("a") | SHA256("a") | SHA384("a") | SHA512("a") | MD5("a") | UCASE("é") | LCASE("É") | STRLEN("zoë") | SUBSTR("abc", 2)
  REPLACE("abc", "b", "x") | ENCODE_FOR_URI("é/") | CONCAT("a", "b") | STRBEFORE("abc", "b") | STRAFTER("abc", "b")
  CONTAINS("abc", "b") | STRSTARTS("abc", "a") | STRENDS("abc", "c") | REGEX("abc", "^A", "i") | STR(<urn:x>)
  ABS(-1) | CEIL(1.2) | FLOOR(1.2) | ROUND(1.5) | RAND() < 1 | 1 + 2 * 3 - 4 / 5 | -1 > +1 | 2 IN (1, 2) | 2 NOT IN (1, 2)
  IF(true, 1, 2) | COALESCE(1 / 0, 2) | STRDT("1", <urn:d>) | STRLANG("a", "nl") | LANG("a"@nl) | LANGMATCHES("nl-BE", "nl")
  DATATYPE(1) | IRI("urn:x") | URI("urn:x") | ISBLANK(BNODE()) | STRLEN(STRUUID()) | ISIRI(UUID()) | ISLITERAL(1) | ISNUMERIC(1)
  SAMETERM(1, 1) | NOW() > "2020-01-01T00:00:00Z"^^xsd:dateTime | YEAR(NOW()) > 2000 | MONTH(NOW()) > 0 | DAY(NOW()) > 0
  HOURS("2000-02-29T10:00:00Z"^^xsd:dateTime) | MINUTES("2000-02-29T10:01:00Z"^^xsd:dateTime) | SECONDS("2000-02-29T10:00:01Z"^^xsd:dateTime)
  TZ("2000-02-29T10:00:00+01:00"^^xsd:dateTime) | TIMEZONE("2000-02-29T10:00:00+01:00"^^xsd:dateTime) | xsd:integer("7") | xsd:decimal("7.5")
  xsd:double("1e3") | xsd:float("1") | xsd:string(1) | xsd:boolean("1") | xsd:dateTime("2020-01-01T00:00:00Z") | xsd:date("2020-01-01")`
  .trim()
  .split(/[|\n]/)
  .map((one) => one.trim());

async function expectSame(sparql: string): Promise<string[]> {
  const expected = await answerOf(full, sparql);
  expect(await answerOf(lite, sparql)).toEqual(expected);
  expect(await answerOf(bundled, sparql)).toEqual(expected);
  return expected;
}

describe('Comunica lite, file by file and in one file', () => {
  it.each(functions)('has the function %s', async (call) => {
    const answer = await expectSame(`SELECT ?x { BIND(${call} AS ?x) }`);
    expect(answer).toEqual([expect.stringContaining('"x":')]);
  });

  it.each([
    `SELECT * { ${inGraph('?s ?p ?o')} }`,
    `SELECT * { ${inGraph('?s <urn:knows>+ ?o')} }`,
    `SELECT * { ${inGraph('?s <urn:knows>*/<urn:name> ?o')} }`,
    `SELECT * { ${inGraph('?s ^<urn:knows>|<urn:score> ?o')} }`,
    `SELECT * { ${inGraph('?s !(<urn:knows>|^<urn:name>) ?o')} }`,
    `SELECT * { ${inGraph('?s <urn:knows>? ?o')} }`,
    `SELECT * { ${inGraph('?s <urn:knows> ?o OPTIONAL { ?o <urn:name> ?n }')} }`,
    `SELECT * { { ${inGraph('?s <urn:name> ?o')} } UNION { ${inGraph('?s <urn:score> ?o')} } }`,
    `SELECT * { ${inGraph('?s ?p ?o MINUS { ?s <urn:name> ?n }')} }`,
    `SELECT * { VALUES (?s ?x) { (<urn:a> 1) (UNDEF 2) } ${inGraph('?s <urn:knows> ?o')} }`,
    `SELECT * { ${inGraph('?s <urn:knows> ?o')} FILTER EXISTS { ${inGraph('?o ?p ?x')} } }`,
    `SELECT * { ${inGraph('?s <urn:knows> ?o')} FILTER NOT EXISTS { ${inGraph('?o <urn:name> ?x')} } }`,
    `SELECT * { ${inGraph('?s <urn:name> ?o FILTER(REGEX(?o, "^a", "i"))')} }`,
    `SELECT ?s (COUNT(*) AS ?n) (GROUP_CONCAT(STR(?p); SEPARATOR=",") AS ?all) (SAMPLE(?s) AS ?one) { ${inGraph('?s ?p ?o')} } GROUP BY ?s HAVING(COUNT(*) > 1)`,
    `SELECT (MIN(?o) AS ?least) (MAX(?o) AS ?most) { ${inGraph('?s ?p ?o')} FILTER(ISIRI(?o)) }`,
    `SELECT (AVG(?o + 1) AS ?mean) (SUM(?o) AS ?sum) { ${inGraph('?s <urn:score> ?o')} }`,
    `SELECT ?s { ${inGraph('?s ?p ?o')} } ORDER BY DESC(STR(?o)) STRLEN(?s) LIMIT 3 OFFSET 1`,
    `SELECT REDUCED ?g { ${inGraph('?s <urn:score> ?o')} }`,
    `SELECT ?n { { SELECT ?s { ${inGraph('?s ?p ?o')} } ORDER BY ?s LIMIT 1 } ${inGraph('?s <urn:name> ?n')} }`,
    `SELECT * { ?g <http://www.w3.org/ns/prov#wasAttributedTo> ?by . ${inGraph('?s <urn:born> ?o')} FILTER(?o < NOW()) }`,
    `ASK { ${inGraph('?s <urn:name> ?o')} FILTER(LANG(?o) = "fr") }`,
    `CONSTRUCT { ?o <urn:knownBy> ?s } { ${inGraph('?s <urn:knows> ?o')} FILTER(ISIRI(?o)) }`,
    `CONSTRUCT { ?s ?p ?o } WHERE { ${inGraph('?s ?p ?o')} FILTER(!ISBLANK(?s) && !ISBLANK(?o)) }`,
  ])('answers as the whole of Comunica does: %s', async (sparql) => {
    expect(await expectSame(sparql)).not.toEqual([]);
  });

  it('does not parse in one file, so that nothing could read a query in another way', async () => {
    await expect(bundled.query('ASK {}' as never, {})).rejects.toThrow();
  });
});
