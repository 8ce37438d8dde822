/** How one code is answered: its HTTP status, and whether trying the same again later can succeed. */
export interface ErrorRule {
  readonly status: number;
  readonly retryable: boolean;
}

/** Every refusal Bridgeboard can give. The words for people stand in the message catalogue as `error.<CODE>`. */
export const errorRules = {
  BAD_JSON: { status: 400, retryable: false },
  BAD_MESSAGE: { status: 400, retryable: false },
  BAD_EVENT: { status: 400, retryable: false },
  BAD_PROTOCOL: { status: 400, retryable: false },
  TOO_BIG: { status: 413, retryable: false },
  TOO_DEEP: { status: 400, retryable: false },
  BAD_ORIGIN: { status: 403, retryable: false },
  SIGN_IN_NEEDED: { status: 401, retryable: false },
  SIGN_IN_FAILED: { status: 401, retryable: false },
  NOT_FOUND: { status: 404, retryable: false },
  FORBIDDEN: { status: 403, retryable: false },
  FORBIDDEN_FIELD: { status: 403, retryable: false },
  BAD_ID: { status: 400, retryable: false },
  BAD_KEY: { status: 400, retryable: false },
  BAD_TYPE: { status: 400, retryable: false },
  BAD_RECORD: { status: 400, retryable: false },
  OUT_OF_RANGE: { status: 400, retryable: false },
  TEXT_TOO_LONG: { status: 400, retryable: false },
  RECORD_TOO_BIG: { status: 413, retryable: false },
  BAD_RICHTEXT: { status: 400, retryable: false },
  BAD_ASSET: { status: 400, retryable: false },
  FILE_TYPE: { status: 415, retryable: false },
  FILE_TOO_BIG: { status: 413, retryable: false },
  TOO_MANY_PIXELS: { status: 413, retryable: false },
  PICTURES_TODAY: { status: 429, retryable: false },
  BAD_PARENT: { status: 400, retryable: false },
  NO_SUCH_RECORD: { status: 404, retryable: false },
  NOT_YOURS: { status: 403, retryable: false },
  NOT_SUPPORTED: { status: 400, retryable: false },
  PUT_AWAY: { status: 403, retryable: false },
  DEPENDS: { status: 400, retryable: false },
  NEEDS_OTHER_ITEM: { status: 409, retryable: false },
  STILL_DRAWING: { status: 409, retryable: true },
  CHANGED_SINCE_REVIEW: { status: 409, retryable: false },
  CHANGED: { status: 409, retryable: false },
  LAST_PAGE: { status: 409, retryable: false },
  FROZEN: { status: 403, retryable: true },
  WAIT_FOR_TEACHER: { status: 403, retryable: true },
  OUTSIDE_HOURS: { status: 403, retryable: true },
  LOCKED: { status: 403, retryable: false },
  NOT_IN_CHARTER: { status: 403, retryable: false },
  QUOTA: { status: 409, retryable: false },
  RATE: { status: 429, retryable: true },
  BUSY: { status: 503, retryable: true },
  STORAGE_FULL: { status: 507, retryable: true },
  DB_DOWN: { status: 503, retryable: true },
  SERVER_RESTARTING: { status: 503, retryable: true },
  SLOW_CONSUMER: { status: 503, retryable: true },
  RESEND_FROM: { status: 409, retryable: true },
  JOIN_REFUSED: { status: 403, retryable: false },
  PIN_WRONG: { status: 403, retryable: false },
  PIN_PAUSED: { status: 429, retryable: true },
  BOARD_FULL: { status: 503, retryable: true },
  SESSION_ENDED: { status: 401, retryable: false },
  SETUP_NEEDED: { status: 503, retryable: false },
  INTERNAL: { status: 500, retryable: true },
} as const satisfies Record<string, ErrorRule>;

export type ErrorCode = keyof typeof errorRules;

/** All codes, in the order of the table. */
export const errorCodes = Object.keys(errorRules) as ErrorCode[];
