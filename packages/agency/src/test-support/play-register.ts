import { randomUUID } from 'node:crypto';
import {
  findings,
  type LawfulAccess,
  type LawfulAccessState,
  type Mandate,
  type MandateView,
  mandateStateAt,
  type Rule,
  rightsFor,
} from '@grondslag/legal-basis';
import { CREDENTIALS_V1, g } from '@grondslag/vocab';
import type { PlayedWorld } from './play-agency.ts';
import type { PlayedAnswer, SeenRequest } from './play-server.ts';

/** The register of an authority: keeps what it is sent, and says what a test wants it to say. */
export interface PlayedRegister {
  readonly mandates: Map<string, Mandate>;
  /** Says no to the next change, for this reason. */
  refuse: Rule | undefined;
  /** Where lawful access stands, and why. */
  state: LawfulAccessState;
  why: Rule;
  /** Bodies of changes, newest last. */
  readonly sent: { readonly method: string; readonly path: string; readonly body: unknown }[];
}

/** Asked with a body, and changing nothing. */
const questions: readonly string[] = ['v1/credential-lookups', 'v1/disputed-facts'];

const explained = (rule: Rule) => ({ rule, ...findings[rule] });
const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

export const sampleMandate: Omit<Mandate, 'id' | 'version' | 'agency' | 'steps'> = {
  name: { nl: 'Aanvulling op de AOW' },
  activity: { id: 'https://ouderenfonds.example/register/aanvulling', version: 1 },
  basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e',
  lawRefs: [{ scheme: 'bwb', identifier: 'BWBR0015703', article: '47a' }],
  purpose: 'https://w3id.org/dpv#ServiceProvision',
  task: { nl: 'Wij kijken wie een aanvulling op de AOW misloopt.' },
  subjects: { scope: 'all' },
  dataNeeds: [
    { claimType: g.IncomeCredential, fields: ['amount'], necessity: { nl: 'Bepaalt het recht.' } },
  ],
  retentionDays: 365,
  accessDays: 90,
  notice: { when: 'at-once' },
  endsWhen: { nl: 'Als het recht bekend is.' },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2036-01-01T00:00:00Z',
};

/** Adds a register to the authority of a world. */
export function playRegister(world: PlayedWorld): PlayedRegister {
  const { authority } = world;
  const register: PlayedRegister = {
    mandates: new Map(),
    refuse: undefined,
    state: 'active',
    why: 'public_task',
    sent: [],
  };
  const accesses = new Map<string, LawfulAccess>();
  const others = authority.answer;
  authority.answer = (request) => answer(request) ?? others(request);

  function answer({ method, path, body }: SeenRequest): PlayedAnswer | undefined {
    const url = new URL(path, authority.url);
    const sent: unknown = body === '' ? undefined : JSON.parse(body.startsWith('{') ? body : '{}');
    const [, collection = '', uuid = '', part] =
      /^\/(v1\/[a-z-]+|vc)\/?([0-9a-f-]*)\/?([a-z]*)$/.exec(url.pathname) ?? [];
    const isQuestion = method === 'GET' || questions.includes(collection);
    if (collection.startsWith('v1/') && !isQuestion) {
      register.sent.push({ method, path: url.pathname, body: sent });
      if (register.refuse) {
        const problem = { type: 'about:blank', title: 'No', status: 409, code: register.refuse };
        return { status: 409, body: problem };
      }
    }
    const id = url.href.replace(/\/steps$/, '');
    switch (`${method} ${collection}`) {
      case 'POST v1/processing-activities':
        return { status: 201, body: Object(sent) };
      case 'POST v1/mandates':
        return part === 'steps' ? step(id, Object(sent)) : draft(Object(sent));
      case 'GET v1/mandates':
        return uuid === '' ? listMandates() : showMandate(id);
      case 'POST v1/lawful-accesses':
        return issue(Object(sent));
      case 'GET v1/lawful-accesses':
        return uuid === '' ? listAccesses(url) : showAccess(uuid);
      case 'PUT v1/lawful-accesses':
        return showAccess(uuid);
      case 'POST v1/credential-lookups': {
        const { ids = [] }: { readonly ids?: readonly string[] } = Object(sent);
        const found = ids.flatMap((one) => accesses.get(one.split('/').at(-1) ?? '') ?? []);
        return found.length > 0 ? { body: { items: found.map(credentialOf) } } : undefined;
      }
      case 'GET vc': {
        const access = accesses.get(uuid);
        return access && { body: credentialOf(access) };
      }
      case 'GET v1/objections':
        return { body: { items: [objectionView({})] } };
      case 'PUT v1/objections':
        return { body: objectionView({ [String(part)]: { ...Object(sent), at: inADay() } }) };
    }
    return undefined;
  }

  function draft(sent: object): PlayedAnswer {
    const id = `${authority.url}v1/mandates/${randomUUID()}`;
    const mandate = { id, version: 1, ...sent, agency: world.webId, steps: [] };
    register.mandates.set(id, mandate as unknown as Mandate);
    return showMandate(id, 201);
  }
  function step(id: string, sent: object): PlayedAnswer {
    const mandate = register.mandates.get(id);
    const { version: _of, ...taken } = { version: 1, ...sent };
    const steps = [...(mandate?.steps ?? []), { ...taken, at: new Date().toISOString() }];
    if (mandate) register.mandates.set(id, { ...mandate, steps } as Mandate);
    return showMandate(id, 201);
  }
  function showMandate(id: string, status = 200): PlayedAnswer {
    const mandate = register.mandates.get(id);
    if (!mandate) return { status: 404 };
    const view: MandateView = {
      mandate,
      state: mandateStateAt(mandate, new Date()),
      broken: mandate.weighing ? [] : [explained('mandate_not_weighed')],
      gaps: [],
    };
    return { status, body: view };
  }
  function listMandates(): PlayedAnswer {
    const items = [...register.mandates.keys()].flatMap((id) => showMandate(id).body ?? []);
    return { body: { items } };
  }
  function issue({ citizen = '', mandate = '' }: { citizen?: string; mandate?: string }) {
    const uuid = randomUUID();
    const { weighing: _own, endsWhen: _text, ...rest } = sampleMandate;
    const { accessDays: _days, retentionDays: _kept, subjects: _all, name, ...ground } = rest;
    const access: LawfulAccess = {
      ...ground,
      id: `${authority.url}v1/lawful-accesses/${uuid}`,
      agency: world.webId,
      citizen,
      mandate: { id: mandate, version: 1, name },
      resources: ['facts/income/', 'facts/household/'].map(
        (container) => new URL(container, world.storage).href,
      ),
      issuedAt: new Date().toISOString(),
      validFrom: new Date().toISOString(),
      validUntil: inADay(),
    };
    accesses.set(uuid, access);
    const { state } = register;
    return { status: 201, body: { id: uuid, access, state, credential: credentialOf(access) } };
  }
  function credentialOf(access: LawfulAccess) {
    return {
      '@context': [CREDENTIALS_V1],
      id: access.id.replace('v1/lawful-accesses/', 'vc/'),
      type: ['VerifiableCredential', 'GrondslagLawfulAccess'],
      issuer: authority.url,
      issuanceDate: access.issuedAt,
      expirationDate: access.validUntil,
      credentialStatus: {
        id: `${authority.url}status/1#1`,
        type: 'RevocationList2020Status',
        revocationListIndex: '1',
        revocationListCredential: `${authority.url}status/1`,
      },
      credentialSubject: { id: access.agency, lawfulAccess: access },
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: access.issuedAt,
        proofPurpose: 'assertionMethod',
        verificationMethod: `${authority.url}#key-1`,
        proofValue:
          'z3FXQjecWufY46yg5abdVZsXqLhxhueuSoZgNSARiKBk9czhSePTFehP8c3PGfb6a22gkfUKods5D2UAU',
      },
    };
  }
  /** One on each page. */
  function listAccesses(url: URL): PlayedAnswer {
    const ids = [...accesses.keys()];
    const at = Number(url.searchParams.get('cursor') ?? 0);
    const next = new URL(url);
    next.searchParams.set('cursor', String(at + 1));
    const items = ids.slice(at, at + 1).flatMap((id) => showAccess(id).body ?? []);
    return { body: { items, ...(at + 1 < ids.length && { next: next.href }) } };
  }
  function showAccess(uuid: string): PlayedAnswer {
    const access = accesses.get(uuid);
    if (!access) return { status: 404 };
    const contact = { email: 'contact@ouderenfonds.example', phone: '0900 1111' };
    const view = {
      id: uuid,
      credential: `${authority.url}vc/${uuid}`,
      access,
      state: register.state,
      why: explained(register.why),
      rights: rightsFor('e', {
        ...{ providedByCitizen: false, automatedDecision: false, directMarketing: false },
        objection: 'none',
      }),
      information: {
        controller: { webId: world.webId, name: { nl: 'Ouderenfonds (voorbeeld)' }, contact },
        dataProtectionOfficer: contact,
        sources: [],
        recipients: [],
        retentionDays: 365,
      },
    };
    return { body: view };
  }
  function objectionView(more: object) {
    return {
      objection: {
        id: `${authority.url}v1/objections/${randomUUID()}`,
        access: `${authority.url}vc/1`,
        citizen: world.citizen,
        agency: world.webId,
        mandate: `${authority.url}v1/mandates/1`,
        grounds: 'Ik wil dit niet.',
        receivedAt: new Date().toISOString(),
        ...more,
      },
      state: 'received',
      answerBefore: inADay(),
      suspendsAccess: true,
    };
  }
  return register;
}
