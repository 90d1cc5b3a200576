import { describe, expect, it } from 'vitest';
import { loadOwnFiles } from './load-own-files.ts';
import { fileKindOf } from './own-file.ts';

const storage = 'https://vault.example/anna/';
const listing = `@prefix ldp: <http://www.w3.org/ns/ldp#>.
<> ldp:contains <b.bin>, <a%20b.pdf>, <deeper/>, <https://elsewhere.example/x>.
<a%20b.pdf> a ldp:Resource, <http://www.w3.org/ns/iana/media-types/application/pdf#Resource>;
  <http://purl.org/dc/terms/modified> "2026-03-01T10:00:00.000Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>.`;

const root = '<> <http://www.w3.org/ns/ldp#contains> <own/>, <facts/>.';

describe(loadOwnFiles, () => {
  it('says the type and the date of each file, and looks nowhere else', async () => {
    const asked: string[] = [];
    const files = await loadOwnFiles(storage, async (url) => {
      asked.push(url);
      return new Response(url === storage ? root : listing);
    });
    expect(asked).toEqual([storage, `${storage}own/`]);
    expect(files).toEqual([
      {
        resource: `${storage}own/a%20b.pdf`,
        mediaType: 'application/pdf',
        changedAt: new Date('2026-03-01T10:00:00Z'),
      },
      { resource: `${storage}own/b.bin` },
    ]);
    expect(files.map(fileKindOf)).toEqual(['pdf', 'other']);
  });

  it('is empty when there is no such place, and says so when it cannot be read', async () => {
    const empty = async () => new Response('<> <http://www.w3.org/ns/ldp#contains> <facts/>.');
    expect(await loadOwnFiles(storage, empty)).toEqual([]);
    const failing = async (url: string) =>
      url === storage ? new Response(root) : new Response('', { status: 500 });
    await expect(loadOwnFiles(storage, failing)).rejects.toThrow('got 500');
  });
});
