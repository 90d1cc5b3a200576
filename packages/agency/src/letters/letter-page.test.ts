import { explanationToFields, type Need } from '@grondslag/protocol';
import type { Letter } from '@grondslag/protocol/counter';
import { acl, g, gc } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { letterPage } from './letter-page.ts';
import { type LetterLanguage, letterWords } from './letter-words.ts';

const vault = 'https://vault.example/anna/facts/';
const incomeNeed: Need = {
  resource: `${vault}income/`,
  claimType: g.IncomeCredential,
  fields: ['year', 'amount'],
  reason: { nl: 'Uw toeslag hangt af van uw inkomen.', en: 'It depends on your income.' },
  required: true,
};

function letterOf(members: Partial<Letter> = {}, needs: readonly Need[] = [incomeNeed]): Letter {
  return {
    code: '7K2QX-94MTB',
    answerBefore: '2026-12-24T12:00:00.000Z',
    askApart: [],
    agency: { webId: 'https://gemeente.example/#us', name: { nl: 'Gemeente Waterdam' } },
    desks: [
      {
        ...{ id: 'library', runBy: 'https://library.example/#us', phone: '0900 1234', open: true },
        name: { nl: 'Bibliotheek Oostpolder' },
        visit: { nl: 'Kerkplein 1, op werkdagen van 9 tot 17 uur' },
        post: { nl: 'Antwoordnummer 1, 9998 ZZ Oostpolder' },
      },
    ],
    request: {
      ...{ '@context': [], id: 'https://access.example/vc/1', type: ['SolidAccessRequest'] },
      ...{ issuer: 'https://access.example/', issuanceDate: '2026-11-22T12:00:00Z' },
      ...{ expirationDate: '2026-12-24T12:00:00Z', credentialStatus: [] },
      proof: {
        ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z' },
        ...{ created: '', proofPurpose: 'assertionMethod', verificationMethod: '' },
      },
      credentialSubject: {
        id: 'https://gemeente.example/#us',
        hasConsent: {
          ...{ mode: [acl.Read], hasStatus: gc.ConsentStatusRequested },
          forPersonalData: needs.map(({ resource }) => resource),
          isConsentForDataSubject: 'https://vault.example/anna/profile/card#me',
          ...explanationToFields({
            needs: [...needs],
            purposeInWords: { nl: 'Wij berekenen uw toeslag.' },
            otherRoute: { text: { nl: 'Kom langs bij het loket.' }, phone: '14 0999' },
          }),
        },
      },
    },
    ...members,
  };
}

/** What a reader reads. */
const plain = (html: string) => html.replace(/^.*<\/style>/s, '').replaceAll(/<[^>]*>/g, ' ');

describe(letterPage, () => {
  it('says who asks what, what for, how long, what a no means, and how to answer', () => {
    const text = plain(letterPage(letterOf(), { app: 'mijn.kluis.example/brief' }));
    for (const words of [
      'Gemeente Waterdam vraagt iets van u',
      'Wij berekenen uw toeslag.',
      'Inkomen . Hiervan alleen: jaar en bedrag.',
      'Uw toeslag hangt af van uw inkomen.',
      'Zij vragen het tot en met 24 december 2026.',
      'U heeft daar geen nadeel van.',
      'Kom langs bij het loket.',
      'Telefoon: 14 0999',
      'Antwoord uiterlijk op 24 december 2026.',
      'Ga naar mijn.kluis.example/brief.',
      'Bibliotheek Oostpolder: Kerkplein 1',
      'Antwoordnummer 1',
      'Nee, ik deel niets.',
    ]) {
      expect(text).toContain(words);
    }
    expect(text.match(/7K2QX-94MTB/g)).toHaveLength(2);
  });

  it('holds nothing that identifies the citizen but the address it is sent to', () => {
    const html = letterPage(letterOf(), { to: 'A. de Wit\nDijkstraat 12\n9999 AB Waterdam' });
    expect(html).toContain('<address>A. de Wit\nDijkstraat 12\n9999 AB Waterdam</address>');
    expect(html).not.toContain('anna');
    expect(html).not.toContain('vault.example');
  });

  it('lets the citizen choose parts on the strip, of what can be missed or is asked without names', () => {
    const named = plain(letterPage(letterOf()));
    expect(named).toContain('Ik deel: inkomen (jaar en bedrag)');
    const optional = plain(letterPage(letterOf({}, [{ ...incomeNeed, required: false }])));
    expect(optional).toMatch(/Ik deel: inkomen\. Kruis aan welke delen:\s+jaar\s+bedrag/);
  });

  it('asks apart about special categories', () => {
    const apart = letterPage(letterOf({ askApart: [g.IncomeCredential] }));
    expect(plain(apart)).toContain('Dit beschermt de wet extra: uw inkomen.');
    const specialCategories = { [g.IncomeCredential]: ['health', 'belief'] };
    const named = letterPage(letterOf({ askApart: [g.IncomeCredential], specialCategories }));
    expect(plain(named)).toContain('extra: uw gezondheid en uw geloof of levensovertuiging.');
    expect(letterPage(letterOf())).not.toContain('beschermt de wet');
  });

  it('ticks nothing, loads nothing and runs nothing', () => {
    const html = letterPage(letterOf());
    expect(html).not.toMatch(/checked|<script|<link|<img|src=|url\(|\son\w+=/);
  });

  it('shows the words of an agency as words, whatever they are', () => {
    const evil = '<b onclick=x>Ja</b> \u202e"Goedkeuren"\u200b\n<script>1</script>';
    const name = { nl: evil };
    const needs = [{ ...incomeNeed, reason: { nl: evil } }];
    const html = letterPage(
      letterOf({ agency: { webId: 'https://gemeente.example/#us', name } }, needs),
      { to: evil, app: evil },
    );
    expect(html).not.toMatch(/<script|<b |[\u202e\u200b]/);
    expect(html).toContain('&lt;b onclick=x&gt;Ja&lt;/b&gt; &quot;Goedkeuren&quot;');
  });

  it.each<LetterLanguage>(['en', 'fr', 'de'])(
    'is whole in %s, and marks Dutch as Dutch',
    (lang) => {
      const html = letterPage(letterOf(), { language: lang });
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html).toContain('<span lang="nl">Wij berekenen uw toeslag.</span>');
      expect(html).not.toMatch(/\{\w+\}(?![^<]*<\/style>)/);
      const dutch = Object.values(letterWords.nl).flat();
      const ours = Object.entries(letterWords[lang]).flatMap(([name, words]) =>
        [words].flat().map((one) => [name, one] as const),
      );
      for (const [name, words] of ours) {
        if (name !== 'code' && name !== 'name') expect(dutch, name).not.toContain(words);
      }
    },
  );

  it('says it in Dutch sentences of at most twenty words', () => {
    const sentences = Object.values(letterWords.nl)
      .flat()
      .flatMap((words) => words.split(/[.:?]\s/));
    for (const one of sentences) expect(one.split(/\s+/).length, one).toBeLessThanOrEqual(20);
  });

  it('names an agency that nobody knows by its address, and says so', () => {
    const { agency: _, ...stranger } = letterOf();
    const text = plain(letterPage(stranger));
    expect(text).toContain('gemeente.example vraagt iets van u');
    expect(text).toContain('Wij kennen deze organisatie niet.');
  });
});
