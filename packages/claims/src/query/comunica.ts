/**
 * The query engine, alone in this file because the build bundles it: `bundle.mjs` puts all of Comunica into
 * `dist/node/comunica.js`. From source it is loaded file by file.
 *
 * The lite configuration has every operation of SPARQL 1.1 Query, and no part that reads files or the network.
 */
export { QueryEngine } from '@comunica/query-sparql-rdfjs-lite';
