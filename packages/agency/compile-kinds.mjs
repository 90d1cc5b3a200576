// Writes kinds of fact as TypeScript from their SHACL shapes: those of the kit (src/kinds/kit-kinds.ts), and one that is not of
// the kit, for tests. Tests keep the files in step with the shapes.
// npm run shapes
import { writeFileSync } from 'node:fs';
import { writeKitKinds } from './src/kinds/write-kit-kinds.ts';
import { writeOwnKinds } from './src/kinds/write-own-kinds.ts';
import { libraryCardShape } from './src/test-support/library-card-shape.ts';

const write = (file, source) => writeFileSync(new URL(file, import.meta.url), source);
write('src/kinds/kit-kinds.ts', await writeKitKinds());
const { source } = await writeOwnKinds([libraryCardShape]);
write('src/test-support/library-card.ts', source);
