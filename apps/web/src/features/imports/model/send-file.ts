import type { FactKindName } from '@plumbline/domain/facts';

/** What became of sending a file. */
export type Sent =
  | { readonly ok: true; readonly importId: string }
  | { readonly ok: false; readonly problem: 'signed-out' | 'forbidden' | 'too-large' | 'not-readable' | 'offline' | 'server' };

export interface SendingFile {
  readonly done: Promise<Sent>;
  /** Stops sending; nothing is kept. */
  stop(): void;
}

export interface FileToSend {
  readonly kind: FactKindName;
  readonly file: File;
  /** Whether what is going on and not in the file has ended. */
  readonly isWholeList: boolean;
}

export const SENT_WORDS: Readonly<Record<Extract<Sent, { ok: false }>['problem'], string>> = {
  'signed-out': 'You were signed out. Sign in again in the window over the page, then send the file once more.',
  forbidden: 'Your role does not let you bring in files. Ask your administrator.',
  'too-large': 'The file is larger than the server takes. Split it, or ask for an extract of fewer years.',
  'not-readable': 'The server could not read this as CSV or Excel. Open it, save it as CSV (UTF-8) and try again.',
  offline: 'The connection broke before the whole file had arrived. Nothing was kept: send it again.',
  server: 'The server could not take the file. Nothing was kept: try again in a minute.',
};

/** Sends a file to the staging area and tells how far it is; nothing is recorded by it. */
export function sendFile({ kind, file, isWholeList }: FileToSend, onProgress: (share: number) => void): SendingFile {
  // `fetch` cannot tell how much of a request has been sent; the older interface can.
  const request = new XMLHttpRequest();
  const done = new Promise<Sent>((resolve) => {
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, problem: 'offline' });
    request.onabort = () => resolve({ ok: false, problem: 'offline' });
  });
  request.open('POST', `/api/imports/upload?${new URLSearchParams({ kind, list: isWholeList ? 'whole' : 'part' }).toString()}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  request.send(file);
  return { done, stop: () => request.abort() };
}

function readAnswer(status: number, text: string): Sent {
  if (status >= 200 && status < 300) {
    const importId = importIdOf(text);
    return importId === null ? { ok: false, problem: 'server' } : { ok: true, importId };
  }
  if (status === 401) return { ok: false, problem: 'signed-out' };
  if (status === 403) return { ok: false, problem: 'forbidden' };
  if (status === 413) return { ok: false, problem: 'too-large' };
  return { ok: false, problem: status === 400 || status === 415 || status === 422 ? 'not-readable' : 'server' };
}

function importIdOf(text: string): string | null {
  try {
    const answer = JSON.parse(text) as { importId?: unknown } | null;
    return typeof answer?.importId === 'string' ? answer.importId : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
