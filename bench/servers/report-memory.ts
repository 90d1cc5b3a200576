import { renameSync, writeFileSync } from 'node:fs';

// Preloaded into a server that is measured, with --expose-gc: at SIGUSR2 it collects garbage and writes what is left
// beside its configuration file.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const file = `${process.argv[2]}.memory`;
  writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.new`, file);
});
