import type { Correction, NewCorrectionStep } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import type { FactDraft } from '../seed/people.ts';
import type { SignDraft } from '../seed/sign-fact.ts';
import type { Source } from './create-source.ts';

/** The official of every source of the demo. */
const by = { name: 'R. Register (voorbeeld)', role: 'Medewerker gegevens' };

/** Tells the authority what the source does with a report. */
export async function takeCorrectionStep(
  source: Source,
  { id }: Correction,
  step: Omit<NewCorrectionStep, 'by'>,
): Promise<void> {
  const response = await source.ask(`${authorityPaths.corrections}/${id.split('/').at(-1)}/steps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...step, by }),
  });
  if (!response.ok) throw new Error(`The step was refused: ${await response.text()}`);
}

/** A draft with what a citizen says it should be, and that holds; fields of which nothing was said stay. */
export function correctDraft(
  { flaw: _, ...draft }: FactDraft,
  { fields }: Pick<Correction, 'fields'>,
): FactDraft {
  const said = Object.fromEntries(
    fields.flatMap(({ name, shouldBe }) => (shouldBe === undefined ? [] : [[name, shouldBe]])),
  );
  const statement = Object.entries(draft.statement).map(([link, fact]) => [
    link,
    Object.fromEntries(
      Object.entries(fact as object).map(([name, value]) => [
        name,
        sameKind(value, said[name.replace(/^.*[#/]/, '')]),
      ]),
    ),
  ]);
  return { ...draft, statement: Object.fromEntries(statement) };
}

/** A text as the kind of value that was there; that value when nothing was said. */
function sameKind(before: unknown, text: string | undefined): unknown {
  if (text === undefined) return before;
  if (typeof before === 'number') return Number(text);
  if (typeof before === 'boolean') return ['true', 'ja', 'yes'].includes(text.toLowerCase());
  return text;
}

/** Puts the corrected fact in the place of the old one, withdraws that, and says so. */
export async function placeCorrected(
  source: Source,
  correction: Correction,
  {
    draft,
    sign,
    revoke,
  }: {
    readonly draft: FactDraft;
    readonly sign: SignDraft;
    readonly revoke: (credential: string) => Promise<void>;
  },
): Promise<void> {
  const { citizen, resource, credential } = correction;
  await source.place(citizen, resource, await sign(draft, citizen));
  await revoke(credential);
  await takeCorrectionStep(source, correction, { step: 'corrected', replacement: resource });
}
