import { once } from 'node:events';
import { contexts } from '@grondslag/vocab';
import {
  BadRequestHttpError,
  type ContextDocumentLoader,
  RdfToQuadConverter,
  type Representation,
  type RepresentationConverterArgs,
} from '@solid/community-server';

/** Contexts that come with the server: its notifications are written in them. */
const serverContexts = {
  'https://www.w3.org/ns/solid/notification/v1': '@css:templates/contexts/notification.jsonld',
  'https://www.w3.org/ns/activitystreams': '@css:templates/contexts/activitystreams.jsonld',
};

/**
 * Reads RDF as the server's own converter does, but JSON-LD only with contexts that are on this machine.
 *
 * The server's own fetches any context a document names: anyone, logged in or not, could make it send requests to
 * a host of their choice, and a fact would be no Turtle while www.w3.org does not answer.
 *
 * @see {@link https://www.w3.org/TR/json-ld11/#iana-security | JSON-LD 1.1, Security considerations}
 */
export class PinnedContextsConverter extends RdfToQuadConverter {
  constructor() {
    super(serverContexts);
    // Private in the server's class, which has no other way in; the test beside this file notices when it changes.
    const own = this as unknown as { documentLoader: Pick<ContextDocumentLoader, 'load'> };
    const { documentLoader: loader } = own;
    own.documentLoader = {
      async load(url) {
        if (Object.hasOwn(serverContexts, url)) return loader.load(url);
        const document = contexts.get(url);
        if (document) return document as Awaited<ReturnType<typeof loader.load>>;
        throw new BadRequestHttpError(
          'Expected only JSON-LD contexts that this server knows; it fetches none. Write the context out in the document.',
        );
      },
    };
  }

  /** @throws {BadRequestHttpError} for another context; by then no part of an answer has been sent. */
  override async handle(input: RepresentationConverterArgs): Promise<Representation> {
    const converted = await super.handle(input);
    try {
      await once(converted.data, 'readable');
    } catch (error) {
      // To its end, which gives back the lock on a resource. Destroying it would cut the connection of a request.
      input.representation.data.resume();
      throw error;
    }
    return converted;
  }
}
