export { type KnownFacts, knownFromSets } from './checks/references.ts';
export { type ByteSource, sourceOfBytes, sourceOfFile } from './file/byte-source.ts';
export { type ImportCounts, type ImportOptions, type ImportPlan, planImport } from './import-plan.ts';
export { type ImportLimits, USUAL_LIMITS } from './limits.ts';
export { codeLetters, type CodeMapping, type UnmappedCode } from './map-codes.ts';
export { type ColumnChoices, type MappedColumn } from './map-columns.ts';
export { type ReadFact } from './read-facts.ts';
export { columnHelp, columnHelpMarkdown, exampleCsv, templateCsv, type ColumnHelp, type KindHelp } from './template.ts';
export { writeFacts } from './write-facts.ts';
