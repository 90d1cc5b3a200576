import type { Source } from '../placing/create-source.ts';
import type { Citizen } from './citizen.ts';

/**
 * A copy of a fact with one digit changed, placed by its source: damaged on the way, or by a source nobody should
 * believe. A citizen can place none. Resolves to its address.
 */
export async function placeDamagedFact(
  citizen: Citizen,
  source: Source,
  original: string,
): Promise<string> {
  const signed = await (await citizen.fetch(original)).text();
  const changed = signed.replace(/"amount": "1/, '"amount": "9');
  if (changed === signed) throw new Error('The fact to damage has no amount that starts with 1.');
  const address = `${original}-damaged`;
  await source.place(citizen.webId, address, changed);
  return address;
}

/** Takes a fact out of the vault again: that stays the citizen's to do. */
export async function removeFact(citizen: Citizen, address: string): Promise<void> {
  await citizen.fetch(address, { method: 'DELETE' });
}

/** The question of the story: which incomes, and who stands behind each. */
export const incomeQuestion = `
PREFIX g: <https://w3id.org/grondslag/terms#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?year ?amount ?source ?credential WHERE {
  GRAPH ?fact { ?citizen g:income [ g:year ?year ; g:amount ?amount ] }
  ?fact prov:wasAttributedTo ?source ; g:credential ?credential .
} ORDER BY ?year`;
