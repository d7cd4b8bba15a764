import { isScalar, parseDocument, visit, YAMLParseError, type Document, type LineCounter } from 'yaml';

/**
 * Reads a YAML text into a document with its errors, among them names that stand twice in one part. The reader itself
 * compares every name with every other, so that a text of many thousand names would hold up everybody: each is looked up instead.
 */
export function parseYaml(text: string, lineCounter?: LineCounter): Document.Parsed {
  const document = parseDocument(text, {
    prettyErrors: false,
    strict: true,
    uniqueKeys: false,
    ...(lineCounter === undefined ? {} : { lineCounter }),
  });
  if (document.errors.length === 0) document.errors.push(...repeatedNames(document));
  return document;
}

function repeatedNames(document: Document.Parsed): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const [from = 0, to = from] = key.range ?? [];
          errors.push(new YAMLParseError([from, to], 'DUPLICATE_KEY', 'Map keys must be unique'));
        }
        seen.add(key.value);
      }
    },
  });
  return errors;
}
