import { createSqlStores, openDatabase } from '@grondslag/authority';
import type { AccessGrant } from '@grondslag/protocol';

/**
 * Brings the number of grants in a closed authority's embedded database to `count`: copies of one that is there,
 * each with an id and a place in the status lists of its own.
 */
export async function fillStore(
  dataFolder: string,
  {
    template,
    vault,
    count,
  }: { readonly template: AccessGrant; readonly vault: string; readonly count: number },
): Promise<void> {
  const database = await openDatabase({ folder: dataFolder }, new Date());
  try {
    const { credentials } = createSqlStores(database.db);
    const stored = await credentials.find(template.id);
    if (!stored) throw new Error('The grant to copy is not there.');
    const { n } = await database.db
      .selectFrom('credential')
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    for (let number = Number(n); number < count; number++) {
      const outcome = await credentials.add({
        ...stored,
        id: template.id.replace(/[^/]*$/, crypto.randomUUID()),
        statusEntry: await credentials.findFreeStatusEntry(),
        resources: template.credentialSubject.providedConsent.forPersonalData,
        purposes: [],
        vaults: [vault],
      });
      if (outcome !== 'added') throw new Error(`A copy was not added: ${outcome}`);
    }
  } finally {
    await database.close();
  }
}
