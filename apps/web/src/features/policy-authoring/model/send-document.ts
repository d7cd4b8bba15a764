/** What became of sending a document. */
export type SentDocument =
  | { readonly isSent: true; readonly documentId: string }
  | { readonly isSent: false; readonly words: string };

const WORDS: Readonly<Record<number, string>> = {
  400: 'This is no PDF, Word document (.docx) or plain text that can be read.',
  401: 'Your sign-in has ended. Sign in again and send it once more.',
  403: 'You may not attach a document to the policy.',
  409: 'The draft is offered for publishing; take it back first.',
  413: 'The file is larger than 20 MB. Save it smaller, or as a PDF without its pictures.',
  415: 'This kind of file is not taken. Send a PDF, a Word document (.docx) or a plain text.',
};

/** What a document belongs to: a version, a draft, or a place for a form or tool in a draft. */
export type DocumentOf = { readonly version: string } | { readonly draft: string } | { readonly place: string };

/** Sends the council's own document. */
export async function sendDocument(of: DocumentOf, file: File): Promise<SentDocument> {
  const query = new URLSearchParams(of).toString();
  try {
    const response = await fetch(`/api/policy/documents?${query}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    if (response.ok) return { isSent: true, ...((await response.json()) as { documentId: string }) };
    return { isSent: false, words: WORDS[response.status] ?? 'The server could not take the file. Try again in a minute.' };
  } catch {
    return { isSent: false, words: 'The server cannot be reached. Check the connection and send it once more.' };
  }
}
