import { bodyKindSchema } from '@grondslag/protocol';
import { describe, expect, it } from 'vitest';
import { article6Letters } from '../law/article-6.ts';
import { answerRow } from './answer-row.ts';
import { readTable } from './read-table.ts';
import { dataKinds, situations } from './situations.ts';

const rows = readTable();

describe('the decision table', () => {
  it.each(rows)('$basis, $body, $data, $situation: $outcome', (row) => {
    const { decision, rights } = answerRow(row);
    expect({ ...row, outcome: decision.outcome, rule: decision.rule, rights }).toEqual(row);
  });

  it('has each row once, and every basis, body, kind of data and situation', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
    const names = rows.map(
      ({ basis, body, data, situation }) => `${basis} ${body} ${data} ${situation}`,
    );
    expect(new Set(names).size).toBe(rows.length);
    const values = (member: 'basis' | 'body' | 'data' | 'situation') =>
      new Set<string>(rows.map((row) => row[member]));
    expect(values('basis')).toEqual(new Set(article6Letters));
    expect(values('body')).toEqual(new Set(bodyKindSchema.options));
    expect(values('data')).toEqual(new Set(Object.keys(dataKinds)));
    expect(values('situation')).toEqual(new Set(Object.keys(situations)));
  });
});
