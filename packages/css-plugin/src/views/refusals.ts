import type { ViewRefusal } from '@grondslag/claims';
import { ForbiddenHttpError } from '@solid/community-server';

const sentences: Readonly<Record<ViewRefusal | 'fields_are_read', string>> = {
  not_one_fact:
    'this access is to fields of facts, and this is not one signed fact. Ask the citizen for access to it as it is.',
  fact_not_named:
    'this access names other kinds of fact, or no field that this one has. Ask for the fields you need of it.',
  fact_not_divisible:
    'this access is to some fields, and the source signed this fact so that no part of it can be shown. Ask the source for one with an ecdsa-sd-2023 base proof, or the citizen for the whole.',
  fields_are_read:
    'access to fields of facts is for reading with GET and HEAD, and for nothing else.',
};

/** 403: of a fact of which only some fields may be seen, there is nothing to give out. Never the whole instead. */
export function noView(errorCode: keyof typeof sentences): ForbiddenHttpError {
  return new ForbiddenHttpError(`${errorCode}: ${sentences[errorCode]}`, { errorCode });
}
