import type { LawSnapshot } from './law-register.ts';

type Law = LawSnapshot['laws'][number];

const dutch = (
  number: string,
  nl: string,
  en: string,
  { from, until }: { readonly from: string; readonly until?: string },
): Law => ({
  ...{ scheme: 'bwb', identifier: number, title: { nl, en }, validFrom: from },
  ...(until !== undefined && { validUntil: until }),
  ...{ publishedAt: `https://wetten.overheid.nl/${number}`, articles: [], complete: false },
});

const european = (identifier: string, nl: string, en: string, from: string): Law => ({
  ...{ scheme: 'eli', identifier, title: { nl, en }, validFrom: from },
  ...{ publishedAt: identifier, articles: [], complete: false },
});

const flemish = (number: string, nl: string, en: string, from: string): Law => ({
  ...{ scheme: 'codex', identifier: number, title: { nl, en }, validFrom: from },
  publishedAt: `https://codex.vlaanderen.be/Zoeken/Document.aspx?DID=${number}&param=inhoud`,
  ...{ articles: [], complete: false },
});

/**
 * A start: laws that examples cite. Written from memory of their publications and compared by nobody with them, so
 * an operator checks and extends it with a file before relying on it; a later snapshot replaces a law of this one.
 */
export const knownLaws: LawSnapshot = {
  laws: [
    european(
      'http://data.europa.eu/eli/reg/2016/679/oj',
      'Algemene verordening gegevensbescherming',
      'General Data Protection Regulation',
      '2018-05-25',
    ),
    dutch(
      'BWBR0040940',
      'Uitvoeringswet Algemene verordening gegevensbescherming',
      'Dutch GDPR implementation act',
      { from: '2018-05-25' },
    ),
    dutch('BWBR0011468', 'Wet bescherming persoonsgegevens', 'Dutch data protection act of 2000', {
      from: '2001-09-01',
      until: '2018-05-25',
    }),
    dutch(
      'BWBR0022428',
      'Wet algemene bepalingen burgerservicenummer',
      'Dutch act on the citizen service number',
      { from: '2007-11-26' },
    ),
    dutch('BWBR0015703', 'Participatiewet', 'Dutch participation act', { from: '2004-01-01' }),
    dutch(
      'BWBR0031331',
      'Wet gemeentelijke schuldhulpverlening',
      'Dutch act on debt help by municipalities',
      { from: '2012-07-01' },
    ),
    dutch('BWBR0002221', 'Algemene Ouderdomswet', 'Dutch old age pensions act', {
      from: '1957-01-01',
    }),
    dutch(
      'BWBR0013060',
      'Wet structuur uitvoeringsorganisatie werk en inkomen',
      'Dutch act on the structure of work and income bodies',
      { from: '2002-01-01' },
    ),
    flemish(
      '1017242',
      'Decreet elektronisch bestuurlijk gegevensverkeer',
      'Flemish decree on electronic exchange of administrative data',
      '2008-11-08',
    ),
  ],
};
