import {
  HttpHandler,
  type HttpHandlerInput,
  NotImplementedHttpError,
  type TargetExtractor,
} from '@solid/community-server';
import type { GrondslagSettings } from '../grondslag-settings.ts';

const path = '.well-known/solid';
const CONSENT_MANAGEMENT_UI = 'http://inrupt.com/ns/ess#ConsentManagementUI';

/**
 * Serves `.well-known/solid`, where the access-grant libraries look for the app in which people decide on requests
 * (`redirectToAccessManagementUi`). Without `consentApp` in the settings the path is left to the server.
 */
export class SolidWellKnownHandler extends HttpHandler {
  readonly #consentApp: string | undefined;
  readonly #url: string;
  readonly #targetExtractor: TargetExtractor;

  constructor(settings: GrondslagSettings, baseUrl: string, targetExtractor: TargetExtractor) {
    super();
    this.#consentApp = settings.consentApp;
    this.#url = new URL(path, baseUrl).href;
    this.#targetExtractor = targetExtractor;
  }

  /** @throws {NotImplementedHttpError} for everything but reading the document. */
  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (
      this.#consentApp === undefined ||
      !reads ||
      (await this.#targetExtractor.handleSafe({ request })).path !== this.#url
    ) {
      throw new NotImplementedHttpError('Not the document of this handler.');
    }
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const asJson = /\bapplication\/(ld\+)?json\b/.test(request.headers.accept ?? '');
    const asTurtle = /\btext\/turtle\b/.test(request.headers.accept ?? '');
    const [type, text] =
      asJson && !asTurtle
        ? [
            'application/ld+json',
            JSON.stringify([{ [CONSENT_MANAGEMENT_UI]: [{ '@id': this.#consentApp }] }]),
          ]
        : ['text/turtle', `[] <${CONSENT_MANAGEMENT_UI}> <${this.#consentApp}> .\n`];
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'public, max-age=300',
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  }
}
