import type { Client } from 'pg';

/** Time-ordered UUIDs like those of the authority, by number. */
const uuidOf = (number: string) =>
  `lpad(to_hex(${number} / 65536), 8, '0') || '-' || lpad(to_hex(${number} % 65536), 4, '0') || '-7000-8000-000000000000'`;
const base = 'https://access.example/v1';
const text = `repeat(md5(i::text), 8)`;
/** Half of all is of one agency, under one mandate. */
const agencyNumber = 'case when i % 2 = 0 then 0 else 1 + (i / 2) % 99 end';
const person = (who: string) => `'https://vault.example/${who}#me'`;
const agency = person(`agency-' || ${agencyNumber} || '`);
const citizen = person(`citizen-' || i % 20000 || '`);
/** The oldest is two years old, and each lasted ninety days: most are over. */
const givenAt = `now() - ($1::int - i) * interval '2 years' / $1::int`;
const accesses = 'generate_series(0, $1::int - 1) as i';
const credentials = 1_000_000_000;

/** What is in the tables, by number; half of all under mandate 0. */
export const filled = {
  agency: (number: number) => `https://vault.example/agency-${number}#me`,
  citizen: (number: number) => `https://vault.example/citizen-${number}#me`,
  mandate: (number: number) => `${base}/mandates/${number}`,
  activity: (number: number) => `https://vault.example/activities/${number}`,
  access: (number: number) => `${base}/lawful-accesses/${uuid(number)}`,
  credential: (number: number) => `https://access.example/vc/${uuid(credentials + number)}`,
  objection: (number: number) => `${base}/objections/${uuid(number)}`,
};

function uuid(number: number): string {
  const hex = number.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/**
 * Fills the tables of legal bases: `count` accesses of 20,000 citizens to a hundred agencies over two years, every tenth
 * an emergency, every twentieth ended early, every fifth objected to and one in ten of those not answered; their decisions and notices; and a
 * register of mandates, activities and participants.
 */
export async function fillWithLawfulAccesses(client: Client, count: number): Promise<void> {
  const fill = (statement: string) => client.query(statement, [count]);
  const credentialId = `'https://access.example/vc/' || ${uuidOf(`(${credentials} + i)`)}`;
  const accessId = `'${base}/lawful-accesses/' || ${uuidOf('i')}`;
  await fill(`insert into credential (id, kind, from_agent, to_agent, status_list, status_index, recorded_at,
      valid_from, expires_at, revoked_at, suspended_at, vaults, body)
    select ${credentialId}, 'GrondslagLawfulAccess', ${citizen}, ${agency}, 2000 + i / 65536, i % 65536, ${givenAt},
      ${givenAt}, ${givenAt} + interval '90 days', case when i % 20 = 0 then now() end,
      case when i % 50 = 1 then now() end, '["https://vault.example/"]', jsonb_build_object('n', i, 'text', ${text})
    from ${accesses}`);
  await fill(`insert into credential_party
    select ${citizen}, ${credentialId} from ${accesses} union all select ${agency}, ${credentialId} from ${accesses}`);
  await fill(`insert into lawful_access (id, credential_id, agency, citizen, mandate_id, mandate_version, activity_id,
      hidden_until, ends_at, body, information)
    select ${accessId}, ${credentialId}, ${agency}, ${citizen}, '${base}/mandates/' || ${agencyNumber}, 1,
      'https://vault.example/activities/' || ${agencyNumber}, case when i % 50 = 3 then now() + interval '1 day' end,
      ${givenAt} + interval '90 days',
      jsonb_build_object('id', ${accessId}, 'text', ${text}), jsonb_build_object('text', ${text})
    from ${accesses}`);
  // Every tenth is an emergency, and one in fifty of those waits for a review.
  await fill(`insert into emergency_review select ${accessId}, ${agency}, now(), 'operator',
    case when i % 500 <> 0 then jsonb_build_object('text', ${text}) end from ${accesses} where i % 10 = 0`);
  const objections = `${accesses} where i % 5 = 1`;
  const objectionId = `'${base}/objections/' || ${uuidOf('i')}`;
  await fill(`insert into objection select ${objectionId}, ${accessId}, ${agency}, ${citizen}, now(),
    jsonb_build_object('id', ${objectionId}, 'access', ${accessId}) from ${objections}`);
  await fill(`insert into objection_step select ${objectionId}, 'answer', jsonb_build_object('outcome', 'rejected')
    from ${objections} and i % 50 <> 1`);
  await fill(`insert into notice select (${uuidOf('i')})::uuid, ${citizen}, null, jsonb_build_object('text', ${text})
    from ${accesses}`);
  await fill(`insert into legal_decision select (${uuidOf('i')})::uuid, ${credentialId}, ${agency}, ${citizen},
    jsonb_build_object('text', ${text}) from ${accesses}`);
  // As many mandates and activities as two hundred agencies have in years, in two versions each.
  const register = `generate_series(0, $1::int / 20 - 1) as i, generate_series(1, 2) as version`;
  const owner = person(`agency-' || i % 200 || '`);
  await fill(`insert into mandate select '${base}/mandates/' || i, version, ${owner}, now(),
    jsonb_build_object('id', '${base}/mandates/' || i, 'text', ${text}) from ${register}`);
  await fill(`insert into mandate_step select '${base}/mandates/' || i, version, seq, jsonb_build_object('seq', seq)
    from ${register}, generate_series(1, 2) as seq`);
  await fill(`insert into processing_activity select 'https://vault.example/activities/' || i, version, ${owner}, now(),
    jsonb_build_object('text', ${text}) from ${register}`);
  await fill(`insert into participant select ${person("agency-' || i || '")}, version, now(), 'operator',
    jsonb_build_object('text', ${text}) from ${register}`);
  await fill(`insert into admission select ${person("agency-' || i || '")}, version, 'operator',
    jsonb_build_object('decision', 'admitted') from ${register}`);
}
