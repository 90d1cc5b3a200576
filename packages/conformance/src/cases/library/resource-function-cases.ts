import {
  addUrl,
  buildThing,
  createSolidDataset,
  createThing,
  getThing,
  setThing,
} from '@inrupt/solid-client';
import {
  createContainerInContainer,
  deleteFile,
  deleteSolidDataset,
  getAccessGrant,
  getFile,
  getSolidDataset,
  overwriteFile,
  saveFileInContainer,
  saveSolidDatasetAt,
  saveSolidDatasetInContainer,
} from '@inrupt/solid-client-access-grants';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectStatus, expectThat, expectThrows } from '../../run/expect.ts';
import { giveAccess } from '../../wire/issue.ts';
import { openToAll } from '../../wire/open-to-all.ts';
import { acl, sections } from '../../wire/terms.ts';

const shared = { checklist: 13, level: 'MUST', see: sections.libraries } as const;

/** A grant as the library's functions take it. */
async function granted(context: CaseContext, resources: string[], modes = [acl.Read]) {
  const { id } = await giveAccess(context, { resources, modes });
  return getAccessGrant(id, { fetch: context.agency.fetch });
}

const all = [acl.Read, acl.Write, acl.Append];
const text = (content: string) => new File([content], 'file.txt', { type: 'text/plain' });

function dataset(url: string) {
  const thing = addUrl(createThing({ url: `${url}#it` }), 'https://example.org/ns/of', url);
  return setThing(createSolidDataset(), thing);
}

/** The functions of the library that read and write under a grant. */
export const resourceFunctionCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'library-get-file',
    title: 'getFile, and not by another agency',
    logins: bothLogins,
    async run(context) {
      const { agency, stranger } = context;
      const file = await context.scratch.file('granted');
      const grant = await granted(context, [file]);
      const got = await getFile(file, grant, { fetch: agency.fetch });
      expectEqual('what was read', await got.text(), 'granted');
      await expectThrows('a refusal', () => getFile(file, grant, { fetch: stranger.fetch }));
    },
  },
  {
    ...shared,
    id: 'library-overwrite-file',
    title: 'overwriteFile',
    async run(context) {
      const { agency, citizen } = context;
      const file = await context.scratch.file();
      const grant = await granted(context, [file], [acl.Read, acl.Write]);
      await overwriteFile(file, text('written'), grant, { fetch: agency.fetch });
      expectEqual('what is there', await (await citizen.fetch(file)).text(), 'written');
    },
  },
  {
    ...shared,
    id: 'library-in-container',
    title: 'saveFileInContainer, createContainerInContainer and deleteFile',
    async run(context) {
      const { agency, citizen } = context;
      const { url, child } = await context.scratch.container();
      const grant = await granted(context, [url], all);
      const { fetch } = agency;
      const saved = await saveFileInContainer(url, text('saved'), grant, { fetch });
      const at = saved.internal_resourceInfo.sourceIri;
      expectEqual('what is there', await (await citizen.fetch(at)).text(), 'saved');
      const made = await createContainerInContainer(url, grant, { fetch });
      await expectStatus(await citizen.fetch(made.internal_resourceInfo.sourceIri), 200);
      await deleteFile(child, grant, { fetch });
      await expectStatus(await citizen.fetch(child), 404);
    },
  },
  {
    ...shared,
    id: 'library-datasets',
    title:
      'saveSolidDatasetInContainer, getSolidDataset, saveSolidDatasetAt and deleteSolidDataset',
    async run(context) {
      const { fetch } = context.agency;
      const { url } = await context.scratch.container();
      const grant = await granted(context, [url], all);
      const saved = await saveSolidDatasetInContainer(url, dataset(url), grant, { fetch });
      const at = saved.internal_resourceInfo.sourceIri;
      const read = await getSolidDataset(at, grant, { fetch });
      const thing = buildThing(createThing({ url: `${at}#new` }))
        .addStringNoLocale('https://example.org/ns/name', 'new')
        .build();
      await saveSolidDatasetAt(at, setThing(read, thing), grant, { fetch });
      const again = await getSolidDataset(at, grant, { fetch });
      expectThat(getThing(again, `${at}#new`) !== null, 'the new statement', 'none');
      await deleteSolidDataset(at, grant, { fetch });
      await expectStatus(await context.citizen.fetch(at), 404);
    },
  },
  {
    ...shared,
    id: 'library-public-resource',
    title: 'overwriteFile of a resource that everyone may read',
    level: 'SHOULD',
    async run(context) {
      const { agency, citizen } = context;
      const file = await context.scratch.file();
      await openToAll(context, file);
      const grant = await granted(context, [file], [acl.Write]);
      await overwriteFile(file, text('written'), grant, { fetch: agency.fetch });
      expectEqual('what is there', await (await citizen.fetch(file)).text(), 'written');
    },
  },
];
