// Made from SHACL shapes: change those, and make it again.

import {
  asBoolean,
  asDecimal,
  asInteger,
  asText,
  type Decimal,
  type Kind,
  oneOf,
  type ShapePlans,
} from '@grondslag/agency/kinds';

const plans: ShapePlans = {"shapes":{"https://library.example/terms#LibraryCardCredentialShape":{"property":["_:0"]},"_:0":{"path":"https://www.w3.org/2018/credentials#credentialSubject","minCount":1,"maxCount":1,"node":["https://library.example/terms#SubjectShape"]},"https://library.example/terms#SubjectShape":{"property":["_:1"],"closed":["https://library.example/terms#libraryCard"]},"_:1":{"path":"https://library.example/terms#libraryCard","minCount":1,"maxCount":1,"node":["https://library.example/terms#LibraryCardShape"]},"https://library.example/terms#LibraryCardShape":{"property":["_:2","_:3","_:4","_:5","_:6","_:7"],"closed":["http://www.w3.org/1999/02/22-rdf-syntax-ns#type","https://library.example/terms#fineCurrency","https://library.example/terms#fine","https://library.example/terms#isForChildren","https://library.example/terms#books","https://library.example/terms#cardNumber"]},"_:2":{"path":"http://www.w3.org/1999/02/22-rdf-syntax-ns#type","maxCount":1,"in":["<https://library.example/terms#LibraryCard>"]},"_:3":{"path":"https://library.example/terms#fineCurrency","minCount":1,"maxCount":1,"in":["\"EUR\"","\"SEK\""],"datatype":["http://www.w3.org/2001/XMLSchema#string"]},"_:4":{"path":"https://library.example/terms#fine","minCount":1,"maxCount":1,"datatype":["http://www.w3.org/2001/XMLSchema#decimal"]},"_:5":{"path":"https://library.example/terms#isForChildren","minCount":1,"maxCount":1,"datatype":["http://www.w3.org/2001/XMLSchema#boolean"]},"_:6":{"path":"https://library.example/terms#books","maxCount":1,"datatype":["http://www.w3.org/2001/XMLSchema#integer"]},"_:7":{"path":"https://library.example/terms#cardNumber","minCount":1,"maxCount":1,"datatype":["http://www.w3.org/2001/XMLSchema#string"]}},"targets":{"https://library.example/terms#LibraryCardCredential":["https://library.example/terms#LibraryCardCredentialShape"]},"unsupported":{}};

/** What `https://library.example/terms#LibraryCardCredential` states. */
export interface LibraryCard {
  /** currency; xsd:string */
  readonly fineCurrency: 'EUR' | 'SEK';
  /** fine; xsd:decimal */
  readonly fine: Decimal;
  /** for children; xsd:boolean */
  readonly isForChildren: boolean;
  /** how many at once, books; xsd:integer */
  readonly books?: number;
  /** number; xsd:string */
  readonly cardNumber: string;
}

/** For `readClaims` and `factsOf`: facts with the values of {@link LibraryCard}. */
export const LibraryCard: Kind<LibraryCard> = {
  claimType: 'https://library.example/terms#LibraryCardCredential',
  container: 'facts/library/',
  fields: {
    fineCurrency: {
      property: 'https://library.example/terms#fineCurrency',
      required: true,
      read: oneOf('EUR', 'SEK'),
    },
    fine: {
      property: 'https://library.example/terms#fine',
      required: true,
      read: asDecimal,
    },
    isForChildren: {
      property: 'https://library.example/terms#isForChildren',
      required: true,
      read: asBoolean,
    },
    books: {
      property: 'https://library.example/terms#books',
      required: false,
      read: asInteger,
    },
    cardNumber: {
      property: 'https://library.example/terms#cardNumber',
      required: true,
      read: asText,
    },
  },
  plans,
};
