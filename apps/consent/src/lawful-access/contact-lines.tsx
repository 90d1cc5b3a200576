import type { Contact } from '@grondslag/protocol';
import { plainWords } from '../ui/plain-words.ts';

/** Name, e-mail address, telephone number and website, as `dd`s. The operator of the authority let them in. */
export function ContactLines({ contact }: { readonly contact: Contact }) {
  const { name, email, phone, url } = contact;
  return (
    <>
      {name !== undefined && <dd>{plainWords(name)}</dd>}
      <dd>
        <a href={`mailto:${email}`}>{email}</a>
      </dd>
      {phone !== undefined && (
        <dd>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{plainWords(phone)}</a>
        </dd>
      )}
      {url !== undefined && (
        <dd>
          <a href={url} rel="noreferrer">
            {new URL(url).host}
          </a>
        </dd>
      )}
    </>
  );
}
