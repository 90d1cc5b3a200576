import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs a program that uses the engine, in a Node process of its own. */
function run(program: string): Promise<{ code: number | null; output: string }> {
  const engine = new URL('./create-query-engine.ts', import.meta.url).href;
  const text = `import { createQueryEngine } from ${JSON.stringify(engine)};\n${program}`;
  const args = ['--conditions=@grondslag/source', '--input-type=module', '--eval', text];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 15_000,
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('a process with a query engine', () => {
  it('ends by itself when the engine is idle, also when nobody closes it', async () => {
    expect(await run('createQueryEngine();')).toEqual({ code: 0, output: '' });
    const program = `const answer = await createQueryEngine().query('ASK {}', []);
      console.log(JSON.stringify(answer));`;
    expect(await run(program)).toEqual({ code: 0, output: '{"form":"ask","value":true}\n' });
  });

  it('stays until an answer is there, and ends after a close', async () => {
    const program = `const engine = createQueryEngine();
      engine.query('ASK {}', []).then(async () => { await engine.close(); console.log('closed'); });`;
    expect(await run(program)).toEqual({ code: 0, output: 'closed\n' });
  });
});
