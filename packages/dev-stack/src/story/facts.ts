import type { Citizen } from './citizen.ts';

/** Puts a copy of a fact with one digit changed into the vault, as a dishonest citizen might; resolves to its address. */
export async function placeTamperedFact(citizen: Citizen, original: string): Promise<string> {
  const signed = await (await citizen.fetch(original)).text();
  const changed = signed.replace(/"amount": "1/, '"amount": "9');
  if (changed === signed)
    throw new Error('The fact to tamper with has no amount that starts with 1.');
  const address = `${original}-tampered`;
  const response = await citizen.fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/ld+json' },
    body: changed,
  });
  if (!response.ok) throw new Error(`The tampered fact could not be stored: ${response.status}`);
  return address;
}

/** Takes a fact out of the vault again. */
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
