import type { RightInContext } from '@grondslag/legal-basis';
import type { AccessDenial, AccessGrant } from '@grondslag/protocol';
import { DPV, EU_GDPR } from '@grondslag/vocab';
import { consentRights } from '../rights/consent-rights.ts';
import type { Receipt } from './receipt.ts';

const context = {
  dpv: DPV,
  'eu-gdpr': EU_GDPR,
  dct: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const statuses = {
  yes: 'dpv:ConsentGiven',
  no: 'dpv:ConsentRefused',
  stopped: 'dpv:ConsentWithdrawn',
} as const;

const articles = { access: 'A15', erasure: 'A17', restriction: 'A18', portability: 'A20' } as const;

/** The words that go into the file, in the citizen's language. */
export interface ReceiptWords {
  readonly title: string;
  readonly agency: string;
  readonly language: string;
}

/**
 * A receipt as JSON-LD in the words of the Data Privacy Vocabulary. What the authority signed is in it as it was
 * signed, where it signed something: `prov:wasDerivedFrom`.
 */
export function receiptDocument(
  receipt: Receipt,
  { title, agency, language }: ReceiptWords,
  signed: unknown,
): object {
  return {
    '@context': context,
    '@id': `${idOf(receipt)}#receipt-${receipt.kind}`,
    '@type': 'dpv:DataProcessingRecord',
    'dct:title': { '@value': title, '@language': language },
    'dct:created': { '@value': receipt.at.toISOString(), '@type': 'xsd:dateTime' },
    'dpv:hasDataController': { '@id': receipt.agency, 'dpv:hasName': agency },
    ...aboutOf(receipt),
    ...(signed !== undefined && { 'prov:wasDerivedFrom': signed }),
  };
}

function idOf(receipt: Receipt): string {
  switch (receipt.kind) {
    case 'yes':
    case 'stopped':
      return receipt.grant.id;
    case 'no':
      return receipt.denial.id;
    case 'law':
      return receipt.view.access.id;
    case 'objection':
      return receipt.view.objection.id;
    case 'request':
      return receipt.view.request.id;
    case 'report':
      return receipt.view.correction.id;
  }
}

function aboutOf(receipt: Receipt): object {
  switch (receipt.kind) {
    case 'yes':
    case 'stopped':
      return consentLines(receipt.grant, statuses[receipt.kind]);
    case 'no':
      return consentLines(receipt.denial, statuses.no);
    case 'law': {
      const { access, rights } = receipt.view;
      return {
        'dpv:hasLegalBasis': { '@id': access.basis },
        'dpv:hasApplicableLaw': access.lawRefs.map(({ identifier }) => identifier),
        'dpv:hasPurpose': { '@id': access.purpose },
        'dpv:hasPersonalData': access.dataNeeds.map(({ claimType }) => ({ '@id': claimType })),
        'dct:valid': validUntil(access.validUntil),
        'dpv:hasRight': rightLines(rights),
      };
    }
    case 'objection': {
      const { objection, state } = receipt.view;
      return {
        'dpv:hasRight': { '@id': 'eu-gdpr:A21' },
        'dct:subject': { '@id': objection.access },
        'dct:description': objection.grounds,
        'dpv:hasStatus': state,
      };
    }
    case 'report': {
      const { correction, state } = receipt.view;
      return {
        'dpv:hasRight': { '@id': 'eu-gdpr:A16' },
        'dct:subject': { '@id': correction.credential },
        ...(correction.words !== undefined && { 'dct:description': correction.words }),
        'dpv:hasStatus': state,
      };
    }
    case 'request': {
      const { request, state } = receipt.view;
      return {
        'dpv:hasRight': { '@id': `eu-gdpr:${articles[request.right]}` },
        'dct:subject': { '@id': request.about },
        ...(request.words !== undefined && { 'dct:description': request.words }),
        'dpv:hasStatus': state,
      };
    }
  }
}

function consentLines(
  { credentialSubject: { id, providedConsent }, expirationDate }: AccessGrant | AccessDenial,
  status: (typeof statuses)[keyof typeof statuses],
): object {
  return {
    'dct:subject': { '@id': id },
    'dpv:hasStatus': { '@id': status },
    'dpv:hasLegalBasis': { '@id': 'eu-gdpr:A6-1-a' },
    'dpv:hasPurpose': (providedConsent.forPurpose ?? []).map((purpose) => ({ '@id': purpose })),
    'dpv:hasPersonalData': providedConsent.forPersonalData.map((resource) => ({ '@id': resource })),
    ...(expirationDate !== undefined && { 'dct:valid': validUntil(expirationDate) }),
    'dpv:hasRight': rightLines(consentRights),
  };
}

function rightLines(rights: readonly RightInContext[]): readonly object[] {
  return rights
    .filter(({ available }) => available !== 'no')
    .flatMap(({ article }) => article.replace(/\(.*/, '').split('-').slice(0, 1))
    .map((article) => ({ '@id': article === '7' ? 'eu-gdpr:A7-3' : `eu-gdpr:A${article}` }));
}

function validUntil(at: string): object {
  return { '@value': at, '@type': 'xsd:dateTime' };
}
