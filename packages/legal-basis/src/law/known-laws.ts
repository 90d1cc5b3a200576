import type { LawSnapshot } from './law-register.ts';

type Law = LawSnapshot['laws'][number];

interface Told {
  /** First day it is in force. */
  readonly from: string;
  /** First day it is not. */
  readonly until?: string;
  /** Provisions that came later than the law. */
  readonly articles?: Law['articles'];
}

const dutch = (number: string, nl: string, en: string, { from, until, articles }: Told): Law => ({
  ...{ scheme: 'bwb', identifier: number, title: { nl, en }, validFrom: from },
  ...(until !== undefined && { validUntil: until }),
  publishedAt: `https://wetten.overheid.nl/${number}`,
  ...{ articles: articles ?? [], complete: false },
});

const european = (identifier: string, nl: string, en: string, from: string): Law => ({
  ...{ scheme: 'eli', identifier, title: { nl, en }, validFrom: from },
  ...{ publishedAt: identifier, articles: [], complete: false },
});

const flemish = (number: string, nl: string, en: string, from: string): Law => ({
  ...{ scheme: 'codex', identifier: number, title: { nl, en }, validFrom: from },
  publishedAt: `https://codex.vlaanderen.be/portals/codex/documenten/${number}.html`,
  ...{ articles: [], complete: false },
});

/**
 * A start: laws that examples cite. Each was compared with stored copies of public pages, named beside it, on
 * 2026-11-22; no live page was opened and no lawyer looked, so none has `checkedOn`. "Corpus" is
 * https://github.com/MinBZK/regelrecht-corpus, the texts of wetten.overheid.nl as data, by the ministry of the
 * interior. English titles are descriptions of our own. An operator checks and extends this with a file before relying
 * on it; a later snapshot replaces a law of this one.
 */
export const knownLaws: LawSnapshot = {
  laws: [
    // Article 99(2), "It shall apply from 25 May 2018", in gdpr-text.com and gdprbeetle.eu. The ELI is cited by many
    // (DCAT-AP of health data among them); the page of EUR-Lex itself was not there to compare. In force since 2016.
    european(
      'http://data.europa.eu/eli/reg/2016/679/oj',
      'Algemene verordening gegevensbescherming',
      'General Data Protection Regulation',
      '2018-05-25',
    ),
    // Number, title and first day: wetten.overheid.nl (copies of 2024-07-15 and 2024-11-01: "Geldend van 25-05-2018").
    // Article 33, criminal data: corpus, 2026-09-01.
    dutch(
      'BWBR0040940',
      'Uitvoeringswet Algemene verordening gegevensbescherming',
      'Dutch GDPR implementation act',
      { from: '2018-05-25' },
    ),
    // First and last day: nl.wikipedia.org. Number and title: corpus (2002 to 2018-05-01, none after) and pages that
    // link to it. Article 8 was not compared.
    dutch('BWBR0011468', 'Wet bescherming persoonsgegevens', 'Dutch data protection act of 2000', {
      from: '2001-09-01',
      until: '2018-05-25',
    }),
    // Number, first day and article 10: corpus, 2007-11-26. Title: ndsz.nl/content/BWBR0022428-20180728. A dictionary,
    // encyclo.nl, has 2008-06-01 as its first day.
    dutch(
      'BWBR0022428',
      'Wet algemene bepalingen burgerservicenummer',
      'Dutch act on the citizen service number',
      { from: '2007-11-26' },
    ),
    // Number and first day: corpus, 2004-01-01. Title: wetten.lawreader.nl, ndfr.nl; until 2015 it was called "Wet
    // werk en bijstand". Paragraph 5.4 with 47b to 47e, which refer to 47a: corpus, from 2010-01-01; cbs.nl has the
    // same day; mijnwetten.nl has Wet SUWI 51, "bedoeld in artikel 47a, eerste lid, van de Participatiewet".
    dutch('BWBR0015703', 'Participatiewet', 'Dutch participation act', {
      from: '2004-01-01',
      articles: [{ article: '47a', validFrom: '2010-01-01' }],
    }),
    // Number and title: wetten.overheid.nl/BWBR0031331/2022-01-01 (copy of 2024-12-06). First day: cbs.nl, corpus.
    // Article 3, the task of the college: corpus, 2012-07-01 and 2026-07-01.
    dutch(
      'BWBR0031331',
      'Wet gemeentelijke schuldhulpverlening',
      'Dutch act on debt help by municipalities',
      { from: '2012-07-01' },
    ),
    // Number and title: wetten.lawreader.nl, corpus. First day: heemkringheel.nl and other histories; no official page
    // was there to compare, and the corpus begins in 2002.
    dutch('BWBR0002221', 'Algemene Ouderdomswet', 'Dutch old age pensions act', {
      from: '1957-01-01',
    }),
    // Number and title: hse.sdu.nl/content/BWBR0013060-20041030, corpus. First day: Staatsblad 2001, 682 (with
    // exceptions for single articles until 2003, which are not here).
    dutch(
      'BWBR0013060',
      'Wet structuur uitvoeringsorganisatie werk en inkomen',
      'Dutch act on the structure of work and income bodies',
      { from: '2002-01-01' },
    ),
    // Number and first day: codex.vlaanderen.be/portals/codex/documenten/1017242.html, "Artikel 1. (14/07/2009- ...)".
    // Title: etaamb.openjustice.be. Article 8, the protocol: vlaanderen.be/vlaamse-toezichtcommissie.
    flemish(
      '1017242',
      'Decreet betreffende het elektronische bestuurlijke gegevensverkeer',
      'Flemish decree on electronic exchange of administrative data',
      '2009-07-14',
    ),
  ],
};
