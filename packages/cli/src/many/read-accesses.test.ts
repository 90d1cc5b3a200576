import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { countAccesses, readAccesses } from './read-accesses.ts';

describe(readAccesses, () => {
  async function read(text: string): Promise<string[]> {
    const found: string[] = [];
    for await (const access of readAccesses(Readable.from([text]))) found.push(access);
    return found;
  }

  it('takes ids, JSON strings, and JSON objects with an access', async () => {
    const lines = ['https://a.example/vc/1', '"https://a.example/vc/2"', ''];
    const outcome = '{"access":"https://a.example/vc/3","status":"failed"}\r\n';
    expect(await read([...lines, outcome].join('\n'))).toEqual([
      'https://a.example/vc/1',
      'https://a.example/vc/2',
      'https://a.example/vc/3',
    ]);
  });

  it.each(['{"id":"https://a.example/vc/1"}', '{"access":', 'Anna de Wit'])(
    'names the line of %s, and not what is in it',
    async (line) => {
      const reading = read(`https://a.example/vc/1\n${line}`);
      await expect(reading).rejects.toThrow(/line 2/);
      await expect(reading).rejects.not.toThrow(/Anna/);
    },
  );

  it('explains a file that is not there', async () => {
    await expect(countAccesses('/no/such/file')).rejects.toThrow('cannot read it');
  });
});
