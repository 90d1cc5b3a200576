import compiled from '../../kinds/fact-kinds.json' with { type: 'json' };
import type { FactKinds } from './fact-kind.ts';

/** The kinds of fact of the kit: what `compileFactKinds` makes of the shapes. */
export const factKinds: FactKinds = compiled;
