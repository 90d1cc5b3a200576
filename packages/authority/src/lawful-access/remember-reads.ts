import type { QuestionPowers } from '../decisions/gather-question.ts';

/** The same powers, which ask the register and the mandates each thing once: for many decisions about one moment. */
export function rememberReads(powers: QuestionPowers): QuestionPowers {
  const { register, mandates } = powers;
  const list = remember((agency) => mandates.list(agency));
  const find = remember((id) => mandates.findVersions(id));
  return {
    ...powers,
    register: {
      ...register,
      findParticipant: remember((webId) => register.findParticipant(webId)),
      findActivity: remember((id) => register.findActivity(id)),
    },
    mandates: {
      ...mandates,
      list: (agency) => (agency === undefined ? mandates.list() : list(agency)),
      find: async (id, version) => (await find(id)).find((one) => one.version === version),
    },
  };
}

function remember<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}
