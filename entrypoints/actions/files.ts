/** Files that leave the extension by the person's press. */

/** Gives a file to the browser to save. */
export function saveFile(content: Uint8Array | string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content as Uint8Array<ArrayBuffer> | string], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data by then; the page must not keep it for as long as it is open.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Copies to the clipboard; false where the browser refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Key in `storage.session` under which the print page finds its text. */
export const PRINT_KEY = 'print';

export interface PrintText {
  title: string;
  text: string;
}
