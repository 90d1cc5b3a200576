import { ForbiddenHttpError } from '@solid/community-server';

/** 403: the operator has not switched lawful access on for the authority that signed the token. */
export function lawfulAccessOff(): ForbiddenHttpError {
  return refusal(
    'lawful_access_off',
    'this server takes access from this authority by consent only. Its operator can switch lawful access on.',
  );
}

/** 403: lawful access to something else than what a source placed. */
export function notPlacedBySource(): ForbiddenHttpError {
  return refusal(
    'not_placed_by_source',
    'access on another legal basis than consent reaches only what a source placed. Ask the citizen for the rest.',
  );
}

/** 403: someone who is no source wants to write where only sources do. */
export function onlySourcesPlace(): ForbiddenHttpError {
  return refusal(
    'only_sources_place',
    'only a registered source, with a grant, may write here. Reading, deleting and access rules are as elsewhere.',
  );
}

function refusal(errorCode: string, sentence: string): ForbiddenHttpError {
  return new ForbiddenHttpError(`${errorCode}: ${sentence}`, { errorCode });
}
