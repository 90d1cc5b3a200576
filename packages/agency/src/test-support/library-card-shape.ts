import { readFileSync } from 'node:fs';

const file = new URL(
  '../../../../apps/consent/src/test-support/library-card.shacl.ttl',
  import.meta.url,
);

/** A kind of fact that no code knows, with a field that may be absent and one of a few words. */
export const libraryCardShape = readFileSync(file, 'utf8')
  .replace(/(sh:path lib:books ;)\s+sh:minCount 1 ;/, '$1')
  .replace(
    /(sh:path lib:fineCurrency ;[^\]]+sh:datatype xsd:string ;)/,
    '$1\n    sh:in ( "EUR" "SEK" ) ;',
  );
