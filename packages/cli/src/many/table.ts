import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type TableLine, tableLineSchema } from './outcome-line.ts';

/** A value in a table: absent where an access has none. */
export type Cell = string | bigint | number | boolean | undefined;

/** How the values of a column are written; `STRING` unless all are of another kind. */
export type ColumnType = 'STRING' | 'INT64' | 'DOUBLE' | 'BOOLEAN';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** Outcomes as a table: a row for each row of an answer or each fact, and one for each access without any. */
export interface Table {
  readonly columns: readonly Column[];
  /** Read from the file as they are asked for. */
  rows(): AsyncGenerator<Record<string, Cell>>;
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const typeOf: Readonly<Record<string, ColumnType>> = {
  [`${XSD}integer`]: 'INT64',
  [`${XSD}int`]: 'INT64',
  [`${XSD}long`]: 'INT64',
  [`${XSD}nonNegativeInteger`]: 'INT64',
  [`${XSD}positiveInteger`]: 'INT64',
  [`${XSD}decimal`]: 'DOUBLE',
  [`${XSD}double`]: 'DOUBLE',
  [`${XSD}float`]: 'DOUBLE',
  [`${XSD}boolean`]: 'BOOLEAN',
};
const MAX_INT64 = 2n ** 63n;

/** No variable of SPARQL has a hyphen, so these are nobody else's. */
const OWN_COLUMNS = ['access-id', 'access-status', 'access-reason'] as const;

/** Looks once through a file of outcome lines for its columns; memory does not grow with it. */
export async function openTable(file: string): Promise<Table> {
  const types = new Map<string, ColumnType | undefined>();
  for await (const line of linesOf(file)) {
    for (const [name, type] of columnsOf(line)) {
      const known = types.get(name);
      types.set(
        name,
        known === undefined || known === type ? (type ?? known) : widest(known, type),
      );
    }
  }
  const columns: readonly Column[] = [
    ...OWN_COLUMNS.map((name): Column => ({ name, type: 'STRING' })),
    ...[...types].map(([name, type = 'STRING']) => ({ name, type })),
  ];
  const typeOfColumn = new Map(columns.map(({ name, type }) => [name, type]));
  return {
    columns,
    async *rows() {
      for await (const line of linesOf(file)) {
        const own = {
          'access-id': line.access,
          'access-status': line.status,
          'access-reason': line.reason,
        };
        for (const values of valuesOf(line)) {
          const cells = Object.entries(values).map(([name, text]) => {
            return [name, cellOf(text, typeOfColumn.get(name))] as const;
          });
          yield { ...own, ...Object.fromEntries(cells) };
        }
      }
    },
  };
}

function widest(one: ColumnType, other: ColumnType | undefined): ColumnType {
  if (other === undefined) return one;
  const areNumbers = [one, other].every((type) => type === 'INT64' || type === 'DOUBLE');
  return areNumbers ? 'DOUBLE' : 'STRING';
}

function columnsOf({
  answer,
  facts = [],
}: TableLine): [name: string, type: ColumnType | undefined][] {
  if (facts.length > 0) {
    return facts.flatMap(({ values }) =>
      Object.entries(values).map(([name, value]): [string, ColumnType | undefined] => {
        return [name, value === null ? undefined : typeOfValue(value)];
      }),
    );
  }
  switch (answer?.form) {
    case undefined:
      return [];
    case 'ask':
      return [['answer', 'BOOLEAN']];
    case 'construct':
      return [['statements', 'STRING']];
    case 'select':
      return [
        // A variable that is nowhere bound is a column too.
        ...answer.variables.map((name): [string, undefined] => [name, undefined]),
        ...answer.rows.flatMap((row) =>
          Object.entries(row).map(([name, { value, datatype = '' }]): [string, ColumnType] => {
            return [name, fits(value, typeOf[datatype] ?? 'STRING')];
          }),
        ),
      ];
  }
}

/** Decimals of a fact are text, so that no cent is lost. */
function typeOfValue(value: string | number | boolean): ColumnType {
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'string') return 'STRING';
  return Number.isSafeInteger(value) ? 'INT64' : 'DOUBLE';
}

/** What is not what its datatype says, or too large, is text. */
function fits(value: string, type: ColumnType): ColumnType {
  switch (type) {
    case 'INT64': {
      if (!/^[+-]?\d{1,20}$/.test(value)) return 'STRING';
      const number = BigInt(value.replace('+', ''));
      return number >= -MAX_INT64 && number < MAX_INT64 ? type : 'STRING';
    }
    case 'DOUBLE':
      return value !== '' && Number.isFinite(Number(value)) ? type : 'STRING';
    case 'BOOLEAN':
      return ['true', 'false', '1', '0'].includes(value) ? type : 'STRING';
    case 'STRING':
      return type;
  }
}

function valuesOf({ answer, facts = [] }: TableLine): Record<string, string>[] {
  if (facts.length > 0) {
    return facts.map(({ values }) => {
      const there = Object.entries(values).filter(([, value]) => value !== null);
      return Object.fromEntries(there.map(([name, value]) => [name, String(value)]));
    });
  }
  switch (answer?.form) {
    case 'ask':
      return [{ answer: String(answer.value) }];
    case 'construct':
      return [{ statements: answer.nquads }];
    case 'select': {
      const rows = answer.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value])),
      );
      return rows.length > 0 ? rows : [{}];
    }
    default:
      return [{}];
  }
}

function cellOf(text: string, type: ColumnType | undefined): Cell {
  switch (type) {
    case 'INT64':
      return BigInt(text.replace('+', ''));
    case 'DOUBLE':
      return Number(text);
    case 'BOOLEAN':
      return text === 'true' || text === '1';
    default:
      return text;
  }
}

async function* linesOf(file: string): AsyncGenerator<TableLine> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield tableLineSchema.parse(JSON.parse(line));
  }
}
