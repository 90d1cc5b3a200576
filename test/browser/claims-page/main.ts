import {
  createPartVerifier,
  type NarrowedClaim,
  parseTrust,
  storedFormOf,
  verifyStored,
} from '@grondslag/claims';

/** What the server of this page has: whom to believe, and claims, some of which are not right. */
interface Given {
  readonly trust: unknown;
  readonly citizen: string;
  readonly query: string;
  readonly claims: readonly { readonly name: string; readonly text: string }[];
  /** Another form of storage than JSON-LD. */
  readonly stored: { readonly text: string; readonly contentType: string; readonly key: string };
}

const given: Given = await (await fetch('given.json')).json();
// `fetch` of a page has to be called as one of its window.
const verifier = createPartVerifier({
  trust: await parseTrust(given.trust),
  fetch: (input, init) => fetch(input, init),
});

const verified: NarrowedClaim[] = [];
for (const { name, text } of given.claims) {
  const resource = new URL(name, location.href).href;
  const outcome = await verifier.verify(resource, text, given.citizen);
  if (outcome.verified) verified.push(outcome.claim);
  show(name, outcome.verified ? 'verified' : outcome.leftOut.reason);
}
const { text, contentType, key } = given.stored;
const form = storedFormOf(contentType);
if (!form) throw new Error('should be a form we know');
const stored = await verifyStored(text, form, { publicKey: () => key });
show('stored', stored.verified ? 'signature holds' : stored.reason);

const button = document.querySelector('button') as HTMLButtonElement;
button.addEventListener('click', async () => {
  const { createLiteQueryEngine } = await import('@grondslag/claims/query-lite');
  const answer = await createLiteQueryEngine().query(given.query, verified);
  const rows = answer.form === 'select' ? answer.rows : [];
  const output = document.querySelector('output') as HTMLOutputElement;
  output.textContent = rows
    .map((row) => `${row['amount']?.value} ${row['source']?.value}`)
    .join(', ');
});
button.disabled = false;

function show(name: string, outcome: string): void {
  const item = document.createElement('li');
  item.textContent = `${name}: ${outcome}`;
  document.querySelector('ul')?.append(item);
}
