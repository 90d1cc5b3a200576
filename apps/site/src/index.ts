export { buildSite, type Site } from './build-site.ts';
export { checkLinks } from './check-links.ts';
export { writeReference } from './reference/write-reference.ts';
