import { asJsonLd, canonicalize, g } from '@grondslag/agency';
import type { Mandate } from '@grondslag/legal-basis';
import { Parser, type Quad_Subject, Store, Writer } from 'n3';

const prefixes = {
  g: g.Mandate.replace(/Mandate$/, ''),
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** A mandate as Turtle: the same statements as its JSON-LD, the mandate itself first. */
export async function mandateTurtle(mandate: Mandate): Promise<string> {
  const nquads = await canonicalize(asJsonLd('Mandate', mandate));
  // Labels stay those of the canonical form, so that two files can be compared line by line.
  const store = new Store(new Parser({ format: 'N-Quads', blankNodePrefix: '_:' }).parse(nquads));
  const ofMandate = (subject: Quad_Subject) => subject.value === mandate.id;
  const subjects = store.getSubjects(null, null, null);
  const writer = new Writer({ prefixes });
  for (const subject of subjects.toSorted((one, two) => +ofMandate(two) - +ofMandate(one))) {
    writer.addQuads(store.getQuads(subject, null, null, null));
  }
  return new Promise((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)));
  });
}
