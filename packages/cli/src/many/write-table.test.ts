import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTable } from './write-table.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const literal = (value: string, datatype: string) => {
  return { termType: 'Literal', value, datatype: `${XSD}${datatype}` };
};

describe(writeTable, () => {
  let folder: string;
  let lines: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-table-'));
    lines = join(folder, 'lines');
    const variables = ['year', 'amount', 'name', 'unbound'];
    const rows = [
      {
        year: literal('2025', 'integer'),
        amount: literal('23400.50', 'decimal'),
        name: literal('Jansen, "J"', 'string'),
      },
      { year: literal('2024', 'integer'), name: literal('=1+1', 'string') },
    ];
    const outcomes = [
      { access: 'urn:1', status: 'read', answer: { form: 'select', variables, rows } },
      { access: 'urn:2', status: 'read', answer: { form: 'select', variables, rows: [] } },
      { access: 'urn:3', status: 'no-access', reason: 'withdrawn', detail: 'x' },
    ];
    await writeFile(lines, outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('writes CSV, with a row for each row of an answer and one for each access without', async () => {
    const file = join(folder, 'table.csv');
    await writeTable(lines, 'csv', file);
    expect((await readFile(file, 'utf8')).split('\r\n')).toEqual([
      'access-id,access-status,access-reason,year,amount,name,unbound',
      'urn:1,read,,2025,23400.5,"Jansen, ""J""",',
      "urn:1,read,,2024,,'=1+1,",
      'urn:2,read,,,,,',
      'urn:3,no-access,withdrawn,,,,',
      '',
    ]);
  });

  it('writes Parquet that another library reads, with numbers as numbers', async () => {
    const file = join(folder, 'table.parquet');
    await writeTable(lines, 'parquet', file);
    const buffer = await asyncBufferFromFile(file);
    const { schema } = await parquetMetadataAsync(buffer);
    const types = schema.flatMap(({ name, type }) => (type ? [[name, type]] : []));
    expect(Object.fromEntries(types)).toMatchObject({ year: 'INT64', amount: 'DOUBLE' });
    const rows = await parquetReadObjects({ file: buffer });
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      ...{ 'access-id': 'urn:1', year: 2025n, amount: 23400.5, name: 'Jansen, "J"' },
    });
    expect(rows[3]).toMatchObject({ 'access-reason': 'withdrawn', year: null, unbound: null });
  });

  it('writes for its owner only, and leaves nothing beside it', async () => {
    const file = join(folder, 'owner.csv');
    await writeTable(lines, 'csv', file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(stat(`${file}.new`)).rejects.toThrow('ENOENT');
  });

  it('makes a column text when one value is not what the others are', async () => {
    const answers = [literal('1', 'integer'), literal('many', 'integer')].map((value, number) => ({
      access: `urn:${number}`,
      status: 'read',
      answer: { form: 'select', variables: ['n'], rows: [{ n: value }] },
    }));
    const mixed = join(folder, 'mixed');
    await writeFile(mixed, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
    await writeTable(mixed, 'parquet', join(folder, 'mixed.parquet'));
    const file = await asyncBufferFromFile(join(folder, 'mixed.parquet'));
    expect((await parquetReadObjects({ file })).map(({ n }) => n)).toEqual(['1', 'many']);
  });
});
