import { g } from '@grondslag/agency';
import type { LawSnapshot, Participant, ProcessingActivity } from '@grondslag/legal-basis';

const WEB_ID = 'https://vault.example/ouderenfonds/profile/card#me';
const participatiewet = { scheme: 'bwb', identifier: 'BWBR0015703', article: '47a' } as const;
const official = { name: 'R. Voorbeeld', role: 'operator' };

/** A fictitious fund that looks who misses out on a supplement; the law is real, its use an illustration. */
export const fund: Participant = {
  webId: WEB_ID,
  roles: ['agency'],
  name: { nl: 'Ouderenfonds (voorbeeld)' },
  kind: 'public-authority',
  competence: { organ: 'Bestuur van het fonds', lawRefs: [participatiewet] },
  contact: { email: 'contact@ouderenfonds.example' },
  dataProtectionOfficer: { email: 'fg@ouderenfonds.example' },
  keys: {},
  admissions: [
    { decision: 'admitted', at: '2026-01-01T00:00:00Z', by: official, reasons: 'Voor de test' },
  ],
};

export const activity: ProcessingActivity = {
  id: 'https://ouderenfonds.example/register/aanvulling',
  version: 1,
  controller: WEB_ID,
  name: { nl: 'Aanvulling op de AOW' },
  purpose: 'https://w3id.org/dpv#ServiceProvision',
  purposeInWords: { nl: 'Wij kijken wie een aanvulling op de AOW misloopt.' },
  basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e',
  lawRefs: [participatiewet],
  dataNeeds: [
    {
      claimType: g.IncomeCredential,
      fields: ['year', 'amount'],
      necessity: { nl: 'Het inkomen bepaalt of er recht is.' },
    },
  ],
  retentionDays: 365,
  recipients: [],
  protocol: { url: 'https://ouderenfonds.example/protocol', publishedOn: '2026-01-15' },
  validFrom: '2026-01-01T00:00:00Z',
};

export const laws: LawSnapshot = {
  laws: [
    {
      scheme: 'bwb',
      identifier: 'BWBR0015703',
      title: { nl: 'Participatiewet' },
      validFrom: '2004-01-01',
      publishedAt: 'https://wetten.overheid.nl/BWBR0015703',
      articles: [{ article: '47a', validFrom: '2010-01-01' }],
      complete: true,
    },
  ],
};
