/** Gives a file to the browser to save. */
export function saveFile(parts: BlobPart[], name: string, type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data by then; the page must not keep it for as long as it is open.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
