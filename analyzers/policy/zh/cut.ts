/** Sentences longer than this are cut at a comma (or anywhere): bounds the work of every pattern. */
const LONGEST = 500;

const ENDS = '。！？；!?;';
/** Closing marks that belong to the sentence that just ended. */
const TRAILING = '”’"」』）)》】';

/** Ends of the sentences in a block. A half-width mark ends a sentence only before or after Chinese or white space, never inside an address. */
export function cutChinese(text: string): number[] {
  const ends: number[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    const isEnd = ENDS.includes(character) && (character > '\x7f' || /[\s\u3000-\u9fff\uff00-\uffef]|^$/.test(text[i + 1] ?? ''));
    if (isEnd) {
      while (i + 1 < text.length && (TRAILING.includes(text[i + 1]!) || ENDS.includes(text[i + 1]!))) i++;
      ends.push(i + 1);
      start = i + 1;
    } else if (i - start >= LONGEST && (character === '，' || character === '、' || character === ',' || i - start >= LONGEST * 2)) {
      ends.push(i + 1);
      start = i + 1;
    }
  }
  if (start < text.length) {
    if (text.slice(start).trim() === '' && ends.length > 0) ends[ends.length - 1] = text.length;
    else ends.push(text.length);
  }
  return ends;
}
