import { expect, it } from 'vitest';
import { exampleLawfulAccess } from '../test-support/example-lawful-access.ts';
import { dutch, english } from '../test-support/words.ts';
import { noticeSentence } from './notice-words.ts';
import type { OpenNotice } from './open-notice.ts';

const says = (reviewed: 'justified' | 'not-justified' | undefined, language: 'nl' | 'en') => {
  const view = exampleLawfulAccess({ basis: 'd', ...(reviewed && { reviewed }) });
  const known = { accesses: [view], participants: { agencies: [], sources: [] } };
  const notice: OpenNotice = {
    id: view.id,
    delayed: false,
    kind: 'emergency-reviewed',
    at: '2026-11-16T09:00:00Z',
    agency: view.access.agency,
    access: view.access.id,
  };
  return noticeSentence(notice, known, language, language === 'nl' ? dutch : english);
};

it('says what a review of an emergency found, and nothing of it while that is not known', () => {
  expect(says('justified', 'nl')).toMatch(/^Iemand anders keek na .* Het was terecht\.$/);
  expect(says('not-justified', 'nl')).toMatch(/ Het was niet terecht\.$/);
  expect(says('not-justified', 'en')).toMatch(/ It was not justified\.$/);
  expect(says(undefined, 'nl')).not.toContain('terecht');
});
