import {
  AS_HELPER_HEADER,
  type HelperView,
  helperViewSchema,
  invitedHelperSchema,
} from '@grondslag/protocol/v1';
import type { TestAuthority } from './create-test-authority.ts';
import type { Person } from './start-identity-provider.ts';

/** What Alice agrees to when a test says nothing else. */
export function invitation(authority: TestAuthority, members: object = {}): object {
  return {
    kind: 'helper',
    name: 'Noor',
    citizenName: 'Alice',
    themes: ['income'],
    may: 'act',
    until: authority.inDays(30),
    ...members,
  };
}

/** Alice invites somebody. */
export async function invite(
  authority: TestAuthority,
  members: object = {},
): Promise<{ readonly helper: HelperView; readonly code: string }> {
  const sent = await authority.send(
    'POST',
    'v1/helpers',
    authority.alice,
    invitation(authority, members),
  );
  if (sent.status !== 201) throw new Error(await sent.text());
  const { helper, code = '' } = invitedHelperSchema.parse(await sent.json());
  return { helper, code };
}

export async function readHelper(sent: Promise<Response>): Promise<HelperView> {
  const answer = await sent;
  if (answer.status !== 200) throw new Error(await answer.text());
  return helperViewSchema.parse(await answer.json());
}

/** Somebody helps Alice, and sees these facts of hers. */
export async function startHelp(
  authority: TestAuthority,
  by: Person,
  members: object = {},
  facts: readonly string[] = [authority.inPod('facts/income/2025')],
): Promise<HelperView> {
  const { code, helper } = await invite(authority, members);
  await readHelper(authority.send('POST', 'v1/helpers/acceptance', by, { code, name: 'Noor' }));
  return readHelper(authority.send('PUT', `${helper.id}/confirmation`, authority.alice, { facts }));
}

/** The header of a request for a citizen. */
export function asHelper({ id }: HelperView): Record<string, string> {
  return { [AS_HELPER_HEADER]: id.slice(id.lastIndexOf('/') + 1) };
}
