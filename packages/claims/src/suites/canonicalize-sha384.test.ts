import { describe, expect, it } from 'vitest';
import tests from '../test-support/rdf-canon/tests.json' with { type: 'json' };
import { canonicalizeSha384 } from './canonicalize-sha384.ts';

const canonical = (id: string) => tests.find((test) => test.id === id)?.canonical ?? '';

describe('canonicalizeSha384', () => {
  it('gives the labels of the test of the W3C for SHA-384, from those of its twin for SHA-256', async () => {
    expect(await canonicalizeSha384(canonical('test020c'))).toBe(canonical('test075c'));
  });

  it('leaves a text with one blank node as it is', async () => {
    const text = canonical('test005c');
    expect(await canonicalizeSha384(text)).toBe(text);
  });

  it('labels anew where the second blank node is only the name of a graph', async () => {
    const [node, graph] = ['_:c14n0', '_:c14n1'];
    const text = `${node} <http://example.org/vocab#p> "0" ${graph} .\n`;
    expect(await canonicalizeSha384(text)).toBe(
      `${graph} <http://example.org/vocab#p> "0" ${node} .\n`,
    );
  });

  it('gives up on a poison graph', async () => {
    const nodes = Array.from({ length: 10 }, (_, at) => `_:c14n${at}`);
    const lines = nodes.flatMap((one) =>
      nodes.map((other) => `${one} <http://example.org/vocab#p> ${other} .\n`),
    );
    expect(await canonicalizeSha384(lines.join(''))).toBeUndefined();
  });
});
