import {
  errorCode,
  httpRefusal,
  putPicture,
  type ErrorCode,
  type HttpRefusal,
  type UploadedAsset,
} from '@bridgeboard/protocol';

/** What became of sending: kept, refused for good or for now, or nobody was there. */
export type SendOutcome =
  | { readonly asset: UploadedAsset }
  | {
      readonly code: ErrorCode;
      readonly isFinal: boolean;
      readonly retryAfterMs?: number | undefined;
      readonly charter?: HttpRefusal['charter'];
    }
  | { readonly code: null };

/** Sends one picture; `onDone` hears how much of it is there, from 0 to 1. Never rejects. */
export type SendPicture = (
  about: { readonly board: string; readonly upload: string; readonly bytes: Blob },
  onDone: (done: number) => void,
  signal: AbortSignal,
) => Promise<SendOutcome>;

/** By XMLHttpRequest, which alone tells how much has left. */
export const sendPicture: SendPicture = ({ board, upload, bytes }, onDone, signal) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const path = putPicture.path.replace(':board', encodeURIComponent(board)).replace(':upload', upload);
    request.open(putPicture.method, path);
    request.setRequestHeader('content-type', bytes.type);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onDone(total > 0 ? loaded / total : 0));
    request.addEventListener('loadend', () => resolve(outcomeOf(request)));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(bytes);
  });

function outcomeOf({ status, response }: XMLHttpRequest): SendOutcome {
  const kept = status === putPicture.status ? putPicture.answer.safeParse(response) : undefined;
  if (kept?.success) return { asset: kept.data };
  const refusal = httpRefusal.safeParse(response);
  const known = refusal.success ? errorCode.safeParse(refusal.data.code) : undefined;
  // A proxy's page, or no answer at all: the server never answered this.
  if (!refusal.success || !known?.success) return { code: null };
  const { retryable, retryAfterMs, charter } = refusal.data;
  return { code: known.data, isFinal: !retryable, retryAfterMs, charter };
}
