import {
  CONTROL_QUESTION_PATH,
  type ControlAnswer,
  FIELDS_FEATURE,
  type ProblemDetails,
  VAULT_MESSAGE_MEDIA_TYPE,
} from '@grondslag/protocol';
import {
  type AuxiliaryIdentifierStrategy,
  HttpHandler,
  type HttpHandlerInput,
  type HttpResponse,
  NotImplementedHttpError,
  type PermissionReader,
  type TargetExtractor,
} from '@solid/community-server';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { findControlledResources } from './find-controlled-resources.ts';
import { readTextBody } from './read-text-body.ts';
import { verifyControlQuestion } from './verify-control-question.ts';

const MAX_BODY_BYTES = 256 * 1024;
/** Everything below belongs to this handler, so that nobody can store anything there. */
const RESERVED_FOLDER = '.grondslag';

/** Answers the authorities, each about its own resources, who controls what: before one signs a grant. */
export class ControlQuestionHandler extends HttpHandler {
  readonly #settings: GrondslagSettings;
  readonly #baseUrl: string;
  readonly #targetExtractor: TargetExtractor;
  readonly #reader: PermissionReader;
  readonly #auxiliaryStrategy: AuxiliaryIdentifierStrategy;

  constructor(
    settings: GrondslagSettings,
    baseUrl: string,
    targetExtractor: TargetExtractor,
    reader: PermissionReader,
    auxiliaryStrategy: AuxiliaryIdentifierStrategy,
  ) {
    super();
    this.#settings = settings;
    this.#baseUrl = baseUrl;
    this.#targetExtractor = targetExtractor;
    this.#reader = reader;
    this.#auxiliaryStrategy = auxiliaryStrategy;
  }

  /** @throws {NotImplementedHttpError} for every other path. */
  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    const { path } = await this.#targetExtractor.handleSafe({ request });
    const reserved = new URL(RESERVED_FOLDER, this.#baseUrl).href;
    if (path !== reserved && !path.startsWith(`${reserved}/`)) {
      throw new NotImplementedHttpError('Not a path of this handler.');
    }
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const { path } = await this.#targetExtractor.handleSafe({ request });
    if (path !== new URL(CONTROL_QUESTION_PATH, this.#baseUrl).href || request.method !== 'POST') {
      sendProblem(response, 404, 'not_found', 'Not found');
      return;
    }
    if (request.headers['content-type'] !== VAULT_MESSAGE_MEDIA_TYPE) {
      const detail = `Expected a body of type ${VAULT_MESSAGE_MEDIA_TYPE}.`;
      sendProblem(response, 400, 'unexpected_media_type', 'Bad request', detail);
      return;
    }
    const body = await readTextBody(request, MAX_BODY_BYTES);
    if (body === undefined) {
      const detail = `Expected at most ${MAX_BODY_BYTES} bytes.`;
      response.setHeader('Connection', 'close');
      sendProblem(response, 400, 'body_too_large', 'Bad request', detail);
      return;
    }
    const baseUrl = this.#baseUrl;
    const settings = this.#settings;
    const result = await verifyControlQuestion(body, { settings, baseUrl });
    if (!result.verified) {
      if (result.reason === 'malformed') {
        sendProblem(response, 400, 'malformed_question', 'Bad request');
      } else {
        sendProblem(response, 401, 'not_from_authority', 'Unauthorized');
      }
      return;
    }
    const { authority, question } = result;
    const controlled = await findControlledResources(question, {
      baseUrl,
      reader: this.#reader,
      auxiliaryStrategy: this.#auxiliaryStrategy,
    });
    const answer: ControlAnswer = {
      controlled: controlled.filter((resource) => settings.isTrustedFor(authority, resource)),
      features: [FIELDS_FEATURE],
    };
    sendJson(response, 200, 'application/json', answer);
  }
}

function sendProblem(
  response: HttpResponse,
  status: number,
  code: string,
  title: string,
  detail?: string,
): void {
  const problem: ProblemDetails = { type: 'about:blank', title, status, code };
  if (detail !== undefined) problem.detail = detail;
  sendJson(response, status, 'application/problem+json', problem);
}

function sendJson(response: HttpResponse, status: number, mediaType: string, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': mediaType,
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
