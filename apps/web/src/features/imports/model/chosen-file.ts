/** The largest file that is taken in; the server has the same limit. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

/** Why a file cannot be taken, in words, before anything is sent; null where it can. */
export function fileProblem(file: { readonly name: string; readonly size: number }): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (ending === 'xls')
    return `“${file.name}” is an old Excel file. Open it in Excel and save it as CSV or as an Excel workbook (.xlsx).`;
  if (ending !== 'csv' && ending !== 'xlsx')
    return `“${file.name}” is neither CSV nor Excel. Choose a file that ends in .csv or .xlsx.`;
  if (file.size === 0) return `“${file.name}” is empty. Check that the extract finished, then choose it again.`;
  if (file.size > MAX_FILE_BYTES) return `“${file.name}” is larger than 200 MB. Split it, or ask for an extract of fewer years.`;
  return null;
}

/** `2.4 MB`, `318 kB`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}
