/** A policy larger than this was not written by hand; the largest that comes with Plumbline has a fifth of it. */
const MOST_BYTES = 900_000;

/** The text of a file that somebody chose, or why it cannot be a policy at all. */
export type PolicyFile = { readonly text: string } | { readonly problem: string };

/** Reads a chosen file as text, before anything is sent: too large, or no text, is said at once and by the file's name. */
export async function readPolicyFile(file: File): Promise<PolicyFile> {
  const size = `“${file.name}” has ${(file.size / 1_000_000).toFixed(1)} MB`;
  if (file.size > MOST_BYTES) return { problem: `${size}; a policy has ${MOST_BYTES / 1_000_000} MB at the most.` };
  const text = decoded(await file.arrayBuffer());
  return text === null ? { problem: `“${file.name}” is no text. A policy is a text file, as YAML or JSON.` } : { text };
}

function decoded(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
