import type { Addresses, Citizen } from '@grondslag/dev-stack';
import { correctionViewSchema } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { assert } from 'vitest';
import * as z from 'zod';

const factSchema = z.looseObject({ id: z.url(), issuer: z.url() });

/** A citizen reports that an income is wrong; resolves to the id of the report. */
export async function reportAnError(
  { authority }: Addresses,
  citizen: Citizen,
  resource: string,
): Promise<string> {
  const fact = factSchema.parse(await (await citizen.fetch(resource)).json());
  const response = await citizen.fetch(new URL(authorityPaths.corrections, authority).href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ resource, credential: fact.id, source: fact.issuer },
      claimType: g.IncomeCredential,
      fields: [{ name: 'amount', shouldBe: '15.310,40' }],
      words: 'Mijn pensioen was hoger.',
    }),
  });
  assert(response.status === 201, await response.clone().text());
  return correctionViewSchema.parse(await response.json()).correction.id;
}
