import { writeFileSync } from 'node:fs';
import { licencesPage, licensedPackages } from './licences.ts';

const page = new URL('../../docs/licences.md', import.meta.url);
writeFileSync(page, licencesPage(licensedPackages()));
console.error('written: docs/licences.md');
