import { type PolicyArticle, policyArticles } from '@grondslag/claims';
import type { Words } from '@grondslag/legal-basis';
import { words } from '../mandates/prompt.ts';

/** What a person reads before each part of a credential. */
export const labels = {
  issuer: words('wie zegt het', 'who says it'),
  about: words('over wie', 'about whom'),
  kind: words('soort', 'kind'),
  says: words('wat', 'what'),
  since: words('vanaf', 'since'),
  until: words('tot', 'until'),
  noEnd: words('geen einde genoemd', 'no end is named'),
  statusPlace: words('statuslijst', 'status list'),
  status: words('status', 'status'),
  credential: words('bewijs', 'credential'),
  signature: words('handtekening', 'signature'),
} as const satisfies Record<string, Words>;

/** The outcome in a sentence. */
export const verdicts = {
  verified: words('geverifieerd, dit mag u gebruiken', 'verified, this may be used'),
  signed: words(
    'de handtekening klopt; niemand zegt of u deze bron mag geloven',
    'the signature holds; nobody says whether to believe this issuer',
  ),
  'left-out': words('niet te gebruiken', 'not to be used'),
  inspected: words(
    'zo staat het er; er is niets gecontroleerd',
    'this is what it says; nothing was checked',
  ),
} as const satisfies Record<string, Words>;

/** What to do to get further. */
export const hints = {
  trust: words(
    'Zeg wie u gelooft: --trust BESTAND (vertrouwenslijst of deelnemers), of een authority in de configuratie.',
    'Say whom to believe: --trust FILE (a trust list or participants), or an authority in the configuration.',
  ),
  host: words(
    'De sleutel is niet bekend. Mag de computer van de bron gevraagd worden? --host NAAM',
    'The key is not known. May the host of the issuer be asked? --host NAME',
  ),
  noSignature: words('geen', 'none'),
  asOf: words('niet ingetrokken, volgens de lijst van', 'not revoked, by the list of'),
  message: words('bericht van de bron', 'message of the issuer'),
} as const satisfies Record<string, Words>;

export const states = {
  held: words('ja', 'yes'),
  failed: words('NEE', 'NO'),
  'not-judged': words('–', '–'),
} as const satisfies Record<string, Words>;

const articlesInDutch: Readonly<Record<PolicyArticle, string>> = {
  P1: 'Het is gelezen, heel en binnen de grenzen.',
  P2: 'Het is een bewijs in een vorm die te controleren is.',
  P3: 'De handtekening klopt, met een sleutel van de bron.',
  P4: 'De bron staat op de vertrouwenslijst, en die lijst geldt nu.',
  P5: 'De bron mag dit soort gegeven geven.',
  P6: 'Er staat wat bij dit soort gegeven hoort, en niets anders.',
  P7: 'Het gaat over deze burger.',
  P8: 'Het geldt vandaag.',
  P9: 'Het is vers genoeg voor de vraag.',
  P10: 'De bron heeft het niet ingetrokken of stopgezet, en zegt dat nu.',
};

/** An article of policy in a sentence. */
export function articleInWords(article: PolicyArticle): Words {
  return words(articlesInDutch[article], policyArticles[article]);
}
