import type { ReadFile } from '@plumbline/analytics/focus-groups';

/** What became of reading a file. */
export type SentRecord = { readonly isRead: true; readonly read: ReadFile } | { readonly isRead: false; readonly words: string };

const WORDS: Readonly<Record<number, string>> = {
  400: 'This is no Word document (.docx), Markdown or plain text that can be read as the record of a group.',
  401: 'Your sign-in has ended. Sign in again and choose the file once more.',
  403: 'You may not bring in records of focus groups.',
  413: 'The file is larger than 10 MB. Save it without its pictures.',
  415: 'This kind of file is not taken. Choose a Word document (.docx), Markdown or plain text.',
};

/** Lets the server read the record of a group out of a file. Nothing is kept by it. */
export async function sendRecord(file: File): Promise<SentRecord> {
  try {
    const response = await fetch('/api/focus-groups/read', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    if (response.ok) return { isRead: true, read: (await response.json()) as ReadFile };
    return { isRead: false, words: WORDS[response.status] ?? 'The server could not read the file. Try again in a minute.' };
  } catch {
    return { isRead: false, words: 'The server cannot be reached. Check the connection and choose the file once more.' };
  }
}
