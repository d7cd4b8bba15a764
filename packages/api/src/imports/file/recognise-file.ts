import type { UnreadableFile } from '@plumbline/analytics/wording';
import type { ByteSource } from './byte-source.ts';

export type FileFormat =
  | { readonly is: 'xlsx' }
  | { readonly is: 'text' }
  | { readonly is: 'encrypted' }
  | { readonly is: 'other'; readonly looksLike: UnreadableFile };

const SIGNATURES: readonly (readonly [bytes: readonly number[], UnreadableFile])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x1f, 0x8b], 'zip'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'zip'],
  [[0x52, 0x61, 0x72, 0x21], 'zip'],
];

/** What a file is by its first bytes, whatever its name says. Zip archives are looked into by {@link recogniseArchive}. */
export async function recogniseFile(source: ByteSource): Promise<FileFormat> {
  const head = await source.read(0, 4096);
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return { is: 'xlsx' };
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return recogniseCompound(source);
  const signature = SIGNATURES.find(([bytes]) => startsWith(head, bytes));
  if (signature !== undefined) return { is: 'other', looksLike: signature[1] };
  return recogniseText(head);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** Old Office files share one container; an encrypted new workbook sits in it too, under a stream of a telling name. */
async function recogniseCompound(source: ByteSource): Promise<FileFormat> {
  const limit = Math.min(source.size, 4 * 1024 * 1024);
  const bytes = Buffer.from(await source.read(0, limit));
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return { is: 'encrypted' };
  if (has('WordDocument')) return { is: 'other', looksLike: 'word' };
  return { is: 'other', looksLike: has('__properties_version') ? 'outlook' : 'old-excel' };
}

function recogniseText(head: Uint8Array): FileFormat {
  const start = new TextDecoder('latin1')
    .decode(head)
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s+/, '')
    .slice(0, 400)
    .toLowerCase();
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '');
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<style|<body)/.test(text)) return { is: 'other', looksLike: 'web-page' };
  if (text.startsWith('<?xml') || text.startsWith('<workbook')) return { is: 'other', looksLike: 'xml' };
  if (/^(?:\{\s*"|\[\s*[{[])/.test(text)) return { is: 'other', looksLike: 'json' };
  if (text.startsWith('{\\rtf')) return { is: 'other', looksLike: 'word' };
  return { is: 'text' };
}

/** What a zip archive is, by the names of its entries. */
export function recogniseArchive(names: readonly string[]): FileFormat {
  const has = (test: (name: string) => boolean): boolean => names.some(test);
  if (has((n) => n === 'xl/workbook.xml')) return { is: 'xlsx' };
  if (has((n) => n === 'xl/workbook.bin')) return { is: 'other', looksLike: 'binary-excel' };
  if (has((n) => n.startsWith('word/'))) return { is: 'other', looksLike: 'word' };
  if (names[0] === 'mimetype' || has((n) => n === 'content.xml')) return { is: 'other', looksLike: 'open-document' };
  return { is: 'other', looksLike: 'zip' };
}
