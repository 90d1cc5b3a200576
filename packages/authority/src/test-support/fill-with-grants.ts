import { Client } from 'pg';
import { fillWithLawfulAccesses } from './fill-with-lawful-accesses.ts';

export const FILLED_VAULT = 'https://vault.example/';
/** Takes part in half of all grants. */
export const LARGE_AGENCY = `${FILLED_VAULT}agency-0#me`;
export const CITIZEN = `${FILLED_VAULT}citizen-7#me`;
export const FILLED_RESOURCE = `${FILLED_VAULT}citizen-7/facts/income`;

/** Time-ordered ids like those of the authority; `$1` numbers them. */
const idOf = (number: string) =>
  `'https://access.example/vc/' || lpad(to_hex(${number}), 12, '0') || '-7000-8000-000000000000'`;
const grants = 'generate_series(0, $1::int - 1) as i';

/** Id of a grant, or from their count on of a request. */
export const grantNumber = (number: number) =>
  `https://access.example/vc/${number.toString(16).padStart(12, '0')}-7000-8000-000000000000`;

/**
 * Fills the tables of an authority: grants of 200,000 citizens to a hundred agencies, every hundredth revoked and every
 * thousandth suspended; half as many requests, decided on but for one in a thousand; a feed and a log of reads. And as
 * many lawful accesses as asked for.
 */
export async function fillWithGrants(
  url: string,
  count: number,
  lawfulAccesses = 0,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const fill = (statement: string) => client.query(statement, [count]);
  await client.query('set synchronous_commit = off');
  // Foreign keys hold by construction; checking a million of them takes longer than the rest.
  await client.query('set session_replication_role = replica');
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and not indisunique`);
  // Made again below, the same: sorting once is faster than putting each row in its place.
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  try {
    const people = `'${FILLED_VAULT}citizen-' || i % 200000 || '#me', '${FILLED_VAULT}agency-' ||
      case when i % 2 = 0 then 0 else 1 + (i / 2) % 99 end || '#me'`;
    const columns = `(id, kind, from_agent, to_agent, status_list, status_index, recorded_at, valid_from,
      expires_at, revoked_at, suspended_at, vaults, body)`;
    await fill(`insert into credential ${columns}
      select ${idOf('i')}, 'SolidAccessGrant', ${people}, 1 + i / 65536, i % 65536,
        now() - ($1::int - i) * interval '1 second', now(), now() + (i % 400 - 100) * interval '1 day',
        case when i % 100 = 0 then now() end, case when i % 1000 = 2 then now() end,
        '["${FILLED_VAULT}"]', jsonb_build_object('n', i, 'text', repeat(md5(i::text), 8))
      from ${grants}`);
    await fill(`insert into credential ${columns}
      select ${idOf('$1::int + i')}, 'SolidAccessRequest', split.agency, split.citizen, 1000 + i / 65536, i % 65536,
        now() - ($1::int - i) * interval '1 second', now(), now() + interval '30 days', null, null,
        '["${FILLED_VAULT}"]', jsonb_build_object('n', i)
      from (select i, people.* from (select i from generate_series(0, $1::int / 2 - 1) as i) as s,
        lateral (select ${people}) as people (citizen, agency)) as split`);
    await fill(`insert into decision select ${idOf('$1::int + i')}, ${idOf('i')}, 'Granted'
      from generate_series(0, $1::int / 2 - 1) as i where i % 1000 <> 0`);
    await fill(`insert into credential_party
      select from_agent, id from credential union all select to_agent, id from credential where $1::int > 0`);
    await fill(`insert into credential_resource
      select ${idOf('i')}, '${FILLED_VAULT}citizen-' || i % 200000 || '/facts/income' from ${grants}`);
    await fill(`insert into credential_purpose
      select ${idOf('i')}, 'https://w3id.org/dpv#ServiceProvision' from ${grants}`);
    await fill(
      `insert into status_list select n, 0, now() from generate_series(1, 1 + $1::int / 65536) as n`,
    );
    await fill(`insert into feed select '${FILLED_VAULT}someone-' || i || '#me', 1
      from generate_series(1, $1::int / 10) as i`);
    await fill(`insert into feed select '${FILLED_VAULT}', $1::int`);
    await fill(`insert into feed_entry select '${FILLED_VAULT}', i + 1, gen_random_uuid(), 'revoked', ${idOf('i')},
      now() - ($1::int - i) * interval '1 second' from ${grants}`);
    await fill(
      `insert into used_proof select md5(i::text), now() + interval '5 minutes' from generate_series(1, $1::int / 4) as i`,
    );
    await fill(
      `insert into used_ticket select md5(i::text), now() + interval '5 minutes' from generate_series(1, $1::int / 4) as i`,
    );
    await fill(`insert into read_record select gen_random_uuid()::text, now() - ($1::int - i) * interval '1 second', ${idOf('i')},
      split.agency, split.citizen, '{}', now()
      from (select i, people.* from ${grants}, lateral (select ${people}) as people (citizen, agency)) as split`);
    if (lawfulAccesses > 0) await fillWithLawfulAccesses(client, lawfulAccesses);
    for (const { definition } of indexes) await client.query(definition);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
