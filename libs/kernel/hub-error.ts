/** The codes that clients switch on: `extensions.code`, each with the HTTP status that a plain route answers. */
export const errorCodes = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  QUERY_TOO_COSTLY: 400,
  INTERNAL: 500,
} as const;
export type ErrorCode = keyof typeof errorCodes;

export interface HubErrorDetails {
  /** The input field that is at fault, as a path from the input: `expectation.timing.by`. */
  field?: string;
  /** Facts that help a client show what happened; plain JSON. */
  data?: Record<string, unknown>;
  /** True where an operator should hear of it. */
  isReportable?: boolean;
  cause?: unknown;
}

/**
 * A refusal or failure that a person is told about. `message` is a whole sentence for people that says what to do;
 * `reason` is stable and exact (`expectation.urgent_budget_spent`): programs switch on it.
 */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly field?: string;
  readonly data?: Record<string, unknown>;
  readonly isReportable: boolean;

  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    message: string,
    details: HubErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.field = details.field;
    this.data = details.data;
    this.isReportable = details.isReportable ?? code === 'INTERNAL';
  }

  get httpStatus(): number {
    return errorCodes[this.code];
  }
}

/** The short way to the most common refusal. */
export const invalidInput = (reason: string, message: string, details?: HubErrorDetails): HubError =>
  new HubError('INVALID_INPUT', reason, message, details);
