import { resolve } from 'node:path';
import { pack, publicPackages } from './pack-packages.ts';

// npm run pack -- FOLDER: the tarballs that would be published, of what is built
const [folder = 'packed'] = process.argv.slice(2);
for (const one of publicPackages) console.log(await pack(one, resolve(folder)));
