import {
  CITIZEN,
  FILLED_RESOURCE,
  FILLED_VAULT,
  grantNumber,
  LARGE_AGENCY,
} from '@grondslag/authority/test-support/fill-with-grants';
import {
  openStores,
  startFilledPostgres,
} from '@grondslag/authority/test-support/start-filled-postgres';
import { median, type Result } from '../measurement.ts';

const GRANTS = 1_000_000;
const CONNECTIONS = 32;
const SECONDS = 8;
const PEER = 'tickets used one after the other';

type Stores = Awaited<ReturnType<typeof openStores>>['stores'];
/** What is done, how many at the same time, and the work of one turn. */
type Statement = readonly [
  name: string,
  parallel: number,
  work: (turn: number) => Promise<unknown>,
];

/** Rates of the statements of the stores on PostgreSQL with a million grants in it: the numbers of docs/scale.md. */
export async function measureScale(progress: (text: string) => void): Promise<readonly Result[]> {
  progress(`filling PostgreSQL with ${GRANTS} grants`);
  const server = await startFilledPostgres(GRANTS);
  const { stores, close } = await openStores(server.url, CONNECTIONS);
  try {
    const measured: { name: string; perSecond: number; milliseconds: number }[] = [];
    for (const [name, parallel, work] of statementsOf(stores)) {
      const { perSecond, milliseconds } = await repeat(parallel, work);
      measured.push({ name: `${name}, ${parallel} in parallel`, perSecond, milliseconds });
      progress(`${name}: ${perSecond.toFixed(0)} a second, ${milliseconds.toFixed(2)} ms`);
    }
    const single = measured.find(({ name }) => name.startsWith('use a ticket, 1 '));
    const peerFigure = single?.perSecond ?? Number.NaN;
    return measured.map(({ name, perSecond, milliseconds }) => ({
      suite: 'scale',
      name: `${name}, median ${milliseconds.toPrecision(2)} ms`,
      ...{ figure: perSecond, unit: '/s', peer: PEER, peerFigure },
      ratio: perSecond / peerFigure,
      target: 'none',
      holds: true,
    }));
  } finally {
    await close();
    await server.close();
  }
}

async function repeat(
  parallel: number,
  work: Statement[2],
): Promise<{ readonly perSecond: number; readonly milliseconds: number }> {
  const times: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + SECONDS * 1_000;
  let turn = 0;
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      while (performance.now() < until) {
        const before = performance.now();
        await work(turn++);
        times.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  return { perSecond: times.length / seconds, milliseconds: median(times) };
}

function statementsOf({ credentials, tickets, proofs, events }: Stores): readonly Statement[] {
  const now = new Date();
  const add = (toAgent: (turn: number) => string) => async (turn: number) => {
    const id = `https://access.example/vc/ffff-${crypto.randomUUID()}`;
    for (;;) {
      const outcome = await credentials.add({
        ...{ id, kind: 'SolidAccessGrant', fromAgent: `${FILLED_VAULT}citizen-${turn}#me` },
        toAgent: toAgent(turn),
        statusEntry: await credentials.findFreeStatusEntry(),
        ...{ recordedAt: new Date(), validFrom: now, resources: [FILLED_RESOURCE] },
        purposes: ['https://w3id.org/dpv#ServiceProvision'],
        vaults: [FILLED_VAULT],
        credential: { id } as never,
      });
      if (outcome === 'added') return;
      // Somebody was first with this place in the status list: as the authority does, take another.
      if (outcome !== 'status_entry_taken') throw new Error(`A grant was not added: ${outcome}.`);
    }
  };
  const page = (participant: string, state?: 'Suspended') => () =>
    credentials.query({
      ...{ participant, limit: 20, now: new Date(), kind: 'SolidAccessGrant' },
      ...(state && { state }),
    });
  const spendTicket = () => tickets.use(crypto.randomUUID(), new Date(Date.now() + 600_000));
  const spendProof = () => proofs.use(crypto.randomUUID(), new Date(Date.now() + 600_000));
  return [
    ['find a credential', 16, (turn) => credentials.find(grantNumber((turn * 7_919) % GRANTS))],
    ['use a DPoP proof', 1, spendProof],
    ['use a DPoP proof', 32, spendProof],
    ['use a ticket', 1, spendTicket],
    ['use a ticket', 32, spendTicket],
    ['add a grant, all to one agency', 32, add(() => LARGE_AGENCY)],
    ['add a grant, to 500 agencies', 32, add((turn) => `${FILLED_VAULT}bureau-${turn % 500}#me`)],
    [
      'revoke, all at one vault server',
      32,
      (turn) => credentials.revoke(grantNumber(turn * 2 + 1), new Date()),
    ],
    ['heads of the feeds waited for', 1, () => events.heads([FILLED_VAULT, CITIZEN, LARGE_AGENCY])],
    ['page of a citizen', 1, page(CITIZEN)],
    ['page of an agency with half of all', 1, page(LARGE_AGENCY)],
    ['page of an agency, of a rare state', 1, page(LARGE_AGENCY, 'Suspended')],
    ['all revoked of a status list', 1, () => credentials.findRevokedIndexes(3)],
  ];
}
