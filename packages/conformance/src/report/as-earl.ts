import type { CaseResult } from '../run/result.ts';

/** Where names of cases live. */
const CASES = 'https://w3id.org/grondslag/conformance#';

const outcomes = {
  passed: 'earl:passed',
  failed: 'earl:failed',
  skipped: 'earl:inapplicable',
} as const;

/**
 * The results as an evaluation report.
 *
 * @see {@link https://www.w3.org/TR/EARL10-Schema/ | EARL 1.0 Schema}
 */
export function asEarl(authority: string, results: readonly CaseResult[], at: Date): object {
  const assertor = `${CASES}suite`;
  return {
    '@context': {
      earl: 'http://www.w3.org/ns/earl#',
      dcterms: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      'earl:assertedBy': { '@type': '@id' },
      'earl:subject': { '@type': '@id' },
      'earl:mode': { '@type': '@id' },
      'earl:outcome': { '@type': '@id' },
      'dcterms:hasPart': { '@type': '@id' },
      'dcterms:date': { '@type': 'xsd:dateTime' },
    },
    '@graph': [
      {
        '@id': assertor,
        '@type': ['earl:Assertor', 'earl:Software'],
        'dcterms:title': 'Conformance of an access-grant authority',
      },
      ...[...new Set(results.map(({ vault }) => vault))].map((vault) => ({
        '@id': subjectOf(authority, vault),
        '@type': 'earl:TestSubject',
        'dcterms:title': `${authority} with ${vault}`,
        'dcterms:hasPart': [authority, vault],
      })),
      ...results.map((result) => assertion(authority, assertor, result, at)),
    ],
  };
}

function subjectOf(authority: string, vault: string): string {
  return `${authority}#with-${encodeURIComponent(vault)}`;
}

function assertion(authority: string, assertor: string, result: CaseResult, at: Date): object {
  const { id, title } = result.case;
  return {
    '@type': 'earl:Assertion',
    'earl:assertedBy': assertor,
    'earl:subject': subjectOf(authority, result.vault),
    'earl:test': { '@id': CASES + id, '@type': 'earl:TestCase', 'dcterms:title': title },
    'earl:mode': 'earl:automatic',
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': outcomes[result.outcome],
      'earl:info': infoOf(result),
      'dcterms:date': at.toISOString(),
    },
  };
}

function infoOf(result: CaseResult): string {
  const how = `${result.accessControl}, ${result.login}`;
  switch (result.outcome) {
    case 'passed':
      return how;
    case 'failed':
      return `${how}: expected ${result.expected}, came ${result.came}`;
    case 'skipped':
      return `${how}: ${result.reason}`;
  }
}
