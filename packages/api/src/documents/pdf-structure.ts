/** An element of what a document says, beside how it looks: a heading, a table, a cell. */
export interface StructureElement {
  add(child: PDFKit.PDFStructureContent | StructureElement): this;
  end(): void;
  readonly dictionary: { readonly data: Record<string, unknown> };
}

interface ElementOptions {
  readonly title?: string;
  /** Of which cells a header cell is the head. */
  readonly scope?: 'Column' | 'Row';
}

/** Makes an element and hangs it under its parent. The library knows scopes; its type declarations do not yet. */
export function addElement(
  doc: PDFKit.PDFDocument,
  type: string,
  parent: StructureElement | null,
  options: ElementOptions = {},
): StructureElement {
  const element = doc.struct(type, options as object) as unknown as StructureElement;
  if (parent === null) doc.addStructure(element as unknown as PDFKit.PDFStructureElement);
  else parent.add(element);
  return element;
}
