import { CODE_FAMILIES, FIGURES, type Code, type Codebook } from '@plumbline/domain/focus-groups';
import { csvCell } from '../prepare/spreadsheet-cell.ts';

const COLUMNS = [
  'code',
  'name',
  'definition',
  'do not code',
  'watch with',
  'questions',
  'figures',
  'aliases',
  'version',
  'state',
];

/** The codebook as CSV: one line a code, lists parted by semicolons. */
export function codebookCsv({ codes }: Codebook): string {
  const lines = codes.map((code) => [
    code.id,
    code.name,
    code.definition,
    code.doNotCode,
    code.watchWith.words,
    code.watchWith.questions.join(';'),
    code.watchWith.figures.join(';'),
    code.aliases.join(';'),
    String(code.version),
    stateOf(code),
  ]);
  return [COLUMNS, ...lines]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

function stateOf({ isRetired, splitInto }: Code): string {
  if (splitInto.length > 0) return `split into ${splitInto.join(';')}`;
  return isRetired ? 'retired' : 'in use';
}

/** The codebook as REFI-QDA exchanges codebooks (QDC 1.0): families as groups that nothing is coded with, codes in them. */
export function codebookQdc({ codes }: Codebook): string {
  const families = [...new Set(codes.map(({ id }) => id[0] ?? ''))];
  const groups = families.map((letter) => {
    const inside = codes.filter(({ id }) => id.startsWith(letter)).map(codeXml);
    const name = `${letter} ${CODE_FAMILIES[letter] ?? 'Own codes'}`;
    return `    <Code guid="${guidOf(`family ${letter}`)}" name="${xml(name)}" isCodable="false">\n${inside.join('\n')}\n    </Code>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 Codebook.xsd" origin="Plumbline">',
    '  <Codes>',
    ...groups,
    '  </Codes>',
    '  <Sets/>',
    '</CodeBook>',
    '',
  ].join('\n');
}

function codeXml(code: Code): string {
  const isCodable = !code.isRetired && code.splitInto.length === 0;
  return `      <Code guid="${guidOf(`code ${code.id}`)}" name="${xml(`${code.id} ${code.name}`)}" isCodable="${isCodable}"><Description>${xml(describe(code))}</Description></Code>`;
}

/** What stands in a description: the definition, then each further part on a line with its name before it. */
function describe({ definition, doNotCode, watchWith, aliases }: Code): string {
  return [
    definition,
    doNotCode === '' ? '' : `Do not code: ${doNotCode}`,
    watchWith.words === '' ? '' : `Watch with: ${watchWith.words}`,
    watchWith.questions.length === 0 ? '' : `Questions: ${watchWith.questions.join('; ')}`,
    watchWith.figures.length === 0 ? '' : `Figures: ${watchWith.figures.map((name) => FIGURES[name]).join('; ')}`,
    aliases.length === 0 ? '' : `Aliases: ${aliases.join('; ')}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The same identity for the same code in every file, as other programs expect: from its id, by four FNV-1a digests. */
function guidOf(text: string): string {
  const hex = [0, 1, 2, 3].map((turn) => fnv(`${turn} plumbline ${text}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function fnv(text: string): number {
  let digest = 0x81_1c_9d_c5;
  for (const sign of text) digest = Math.imul(digest ^ (sign.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return digest;
}
