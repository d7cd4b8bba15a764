/** How much of a file is read before it is refused with a clear answer. */
export interface ImportLimits {
  readonly fileMegabytes: number;
  /** What the parts of a workbook may unpack to, all together. */
  readonly unpackedMegabytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  /** Characters in one row of a text file. */
  readonly rowLength: number;
  /** Problems kept of each kind in each column; all are counted. */
  readonly problemsOfEach: number;
}

export const USUAL_LIMITS: ImportLimits = {
  fileMegabytes: 200,
  unpackedMegabytes: 600,
  rows: 500_000,
  columns: 256,
  sheets: 64,
  rowLength: 200_000,
  problemsOfEach: 200,
};
