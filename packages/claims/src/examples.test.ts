import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import {
  accessDenialSchema,
  accessGrantSchema,
  accessRequestSchema,
  claimTypes,
} from '@grondslag/protocol';
import { describe, expect, it } from 'vitest';
import { canonicalize } from './canonicalize/canonicalize.ts';
import { createClaimVerifier } from './claim/create-claim-verifier.ts';
import { verifyProof } from './proof/verify-proof.ts';

const KEY = 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw';
const SOURCE = 'https://source.example/';
const CITIZEN = 'https://vault.example/fatima/profile/card#me';
const vocab = createRequire(import.meta.url).resolve('@grondslag/vocab/package.json');
const folder = new URL('examples/', pathToFileURL(vocab));

function examplesOf(message: string): [name: string, text: string][] {
  return ['valid', 'invalid'].flatMap((verdict) =>
    readdirSync(new URL(`${message}/${verdict}/`, folder))
      .filter((file) => file.endsWith('.jsonld'))
      .map((file): [string, string] => {
        const name = `${verdict}/${file}`;
        return [name, readFileSync(new URL(`${message}/${name}`, folder), 'utf8')];
      }),
  );
}

describe.each([
  ['access-request', accessRequestSchema],
  ['access-grant', accessGrantSchema],
  ['access-denial', accessDenialSchema],
])('examples of %s', (message, schema) => {
  it.each(examplesOf(message))('%s: the schema agrees with the name', async (name, text) => {
    const credential = JSON.parse(text);
    expect(await verifyProof(credential, () => KEY)).toMatchObject({ verified: true });
    expect(schema.safeParse(credential).success).toBe(name.startsWith('valid/'));
  });
});

// what they say is for the schemas of @grondslag/legal-basis
it.each(examplesOf('lawful-access-credential'))('%s is signed', async (_name, text) => {
  expect(await verifyProof(JSON.parse(text), () => KEY)).toMatchObject({ verified: true });
});

describe.each(claimTypes.map((type) => type.replace(/^.*#|Credential$/g, '').toLowerCase()))(
  'examples of %s-credential',
  (kind) => {
    const verifier = createClaimVerifier({
      sources: [
        {
          id: SOURCE,
          name: { nl: 'Voorbeeldbron' },
          claimTypes: [...claimTypes],
          keys: { [`${SOURCE}#example-key`]: KEY },
          statusLists: `${SOURCE}status/`,
        },
      ],
      // A valid example comes this far: everything is right but the list, which nobody serves.
      fetch: async () => new Response(null, { status: 404 }),
      now: () => new Date('2026-03-01T00:00:00Z'),
    });

    it.each(examplesOf(`${kind}-credential`))(
      '%s: the verifier agrees with the name',
      async (name, text) => {
        expect(await verifyProof(JSON.parse(text), () => KEY)).toMatchObject({ verified: true });
        const result = await verifier.verify('https://vault.example/fact', text, CITIZEN);
        const asked = { reason: 'status_unknown', detail: 'status list: HTTP 404' };
        if (name.startsWith('valid/')) expect(result).toMatchObject({ leftOut: asked });
        else expect(result).not.toMatchObject({ leftOut: asked });
      },
    );

    it('plain.ttl is the RDF of plain.jsonld', async () => {
      const { proof: _, ...plain } = JSON.parse(
        readFileSync(new URL(`${kind}-credential/valid/plain.jsonld`, folder), 'utf8'),
      );
      const turtle = readFileSync(new URL(`${kind}-credential/valid/plain.ttl`, folder), 'utf8');
      expect(turtle.replace(/^#.*\n/, '')).toBe(await canonicalize(plain));
    });
  },
);
