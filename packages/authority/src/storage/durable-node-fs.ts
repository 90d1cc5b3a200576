import { closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The slice of Emscripten's file system that PGlite leaves out and we fill in; checked at each start. */
interface NodeFsModule {
  readonly NODEFS: {
    readonly stream_ops: {
      fsync?: (stream: { readonly nfd?: number; readonly node: unknown }) => number;
    };
    realPath(node: unknown): string;
  };
}

/**
 * File system of PGlite on which `fsync` reaches the disk. That of PGlite does nothing there (its issue 1107): a
 * commit would be lost with the power.
 */
export class DurableNodeFs extends NodeFS {
  /** How often the database asked for its data to be on disk. */
  syncs = 0;

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    emscriptenOpts.preRun = [
      ...(emscriptenOpts.preRun ?? []),
      (module: unknown) => {
        const { NODEFS } = module as NodeFsModule;
        NODEFS.stream_ops.fsync = (stream) => {
          this.syncs++;
          if (stream.nfd === undefined) syncPath(NODEFS.realPath(stream.node));
          else fsyncSync(stream.nfd);
          return 0;
        };
      },
    ];
    return { emscriptenOpts };
  }
}

/** Puts a new database folder on disk, once: what creates it (initdb in WebAssembly) never syncs. */
export function syncFolderOnce(folder: string): void {
  const marker = `${folder}.synced`;
  if (existsSync(marker)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name));
  }
  syncPath(folder);
  closeSync(openSync(marker, 'w'));
  syncPath(dirname(folder));
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
