/** Makes small PDFs by hand: Chinese text in a font that every reader knows by name, so nothing is embedded. */

export interface PdfLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** A PDF of some pages; `encrypted` claims that a password is needed. */
export function smallPdf(pages: PdfLine[][], encrypted = false): Uint8Array {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>',
  ];
  pages.forEach((lines, index) => {
    const content = lines.map(({ text, x = 72, y, size = 12 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${utf16(text)}> Tj ET`).join('\n');
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`, `<</Length ${content.length}>>stream\n${content}\nendstream`);
  });
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = file.length;
  const secret = encrypted ? `/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>/ID[<00><00>]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R${secret}>>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(file);
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
}
