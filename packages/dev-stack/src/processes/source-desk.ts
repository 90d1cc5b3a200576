import { type Correction, correctionViewSchema, stepsAfter } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import * as z from 'zod';
import type { Addresses } from '../addresses.ts';
import { correctDraft, placeCorrected, takeCorrectionStep } from '../placing/answer-correction.ts';
import { createSource, type Source } from '../placing/create-source.ts';
import { type FactDraft, people } from '../seed/people.ts';
import type { SignDraft } from '../seed/sign-fact.ts';
import { accountOf, type StackState } from '../stack-state.ts';

const listSchema = z.object({ items: z.array(correctionViewSchema) });
const sentSchema = z.object({
  step: z.enum(['in-examination', 'corrected', 'rejected']),
  reasons: z.string().trim().default(''),
});
const stepWords = {
  'in-examination': 'Nakijken',
  corrected: 'Verbeteren zoals gemeld',
  rejected: 'Afwijzen',
};

/** What the desk of a source works with. */
export interface DeskPowers {
  readonly addresses: Addresses;
  readonly state: StackState;
  readonly sign: SignDraft;
  /** Puts a credential on the status list of the source. */
  readonly revoke: (slug: string, credential: string) => Promise<void>;
}

/**
 * A page on which whoever tries the demo plays the official of a source: reports of errors, and what to do with them.
 * It has no login, and is on loopback only.
 */
export function sourceDesk(slug: string, { addresses, state, sign, revoke }: DeskPowers): Hono {
  /** What was corrected before, by resource. */
  const drafts = new Map<string, FactDraft>();

  async function asSource<T>(work: (source: Source) => Promise<T>): Promise<T> {
    const source = await createSource(addresses, accountOf(state.accounts, slug));
    try {
      return await work(source);
    } finally {
      await source.logOut();
    }
  }
  async function list(source: Source) {
    const response = await source.ask(authorityPaths.corrections);
    return listSchema.parse(await response.json()).items;
  }
  async function correct(source: Source, correction: Correction) {
    const { resource, citizen } = correction;
    const draft = drafts.get(resource) ?? findDraft(citizen, resource);
    if (!draft) throw new Error('This fact is not one the demo made.');
    const corrected = correctDraft(draft, correction);
    await placeCorrected(source, correction, {
      draft: corrected,
      sign,
      revoke: (credential) => revoke(slug, credential),
    });
    drafts.set(resource, corrected);
  }

  return new Hono()
    .use(csrf())
    .get('/', async (c) => {
      const items = await asSource(list);
      return c.html(
        html`<!doctype html>
          <html lang="nl">
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>Meldingen bij ${slug} (voorbeeld)</title>
            <h1>Meldingen bij ${slug} (voorbeeld)</h1>
            ${items.map(
              ({ correction, state: now, answerBefore }) => html`<form method="post">
                <h2>${correction.resource}</h2>
                <p>Stand: ${now}. Antwoord uiterlijk op ${answerBefore.slice(0, 10)}.</p>
                <ul>
                  ${correction.fields.map(
                    ({ name, shouldBe = '?' }) => html`<li>${name} moet zijn: ${shouldBe}</li>`,
                  )}
                </ul>
                <p>${correction.words ?? ''}</p>
                <input type="hidden" name="id" value="${correction.id}" />
                <label>Reden <input name="reasons" /></label>
                ${stepsAfter(now).map(
                  (step) => html`<button name="step" value="${step}">${stepWords[step]}</button>`,
                )}
              </form>`,
            )}
          </html>`,
      );
    })
    .post('/', async (c) => {
      const form = await c.req.parseBody();
      const { step, reasons } = sentSchema.parse(form);
      await asSource(async (source) => {
        const found = (await list(source)).find(({ correction }) => correction.id === form['id']);
        if (!found) throw new Error('No such report.');
        if (step === 'corrected') return correct(source, found.correction);
        const said = reasons === '' ? {} : { reasons: { nl: reasons } };
        return takeCorrectionStep(source, found.correction, { step, ...said });
      });
      return c.redirect(c.req.path, 303);
    });
}

/** What the demo said of this citizen at this place. */
function findDraft(citizen: string, resource: string): FactDraft | undefined {
  const [, slug] = new URL(citizen).pathname.split('/');
  const person = people(new Date().getFullYear()).find((one) => one.slug === slug);
  return person?.facts.find(({ path }) => resource.endsWith(`/${slug}/${path}`));
}
