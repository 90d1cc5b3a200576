import compiled from '../../kinds/fact-containers.json' with { type: 'json' };

/** Type of credential → where its facts are, relative to the storage; what `compileFactKinds` makes of the shapes. */
export const factContainers = compiled;
