/** Paragraphs cut into requests of a size that translation servers take. */

/** Paragraphs and characters of one request. Public servers allow 2,000 to 5,000 characters; smaller limits are met by halving. */
const MOST_PARAGRAPHS = 25;
const MOST_CHARACTERS = 4_000;

/** In order; a paragraph longer than the limit is a request of its own. */
export function requestsOf(paragraphs: string[]): string[][] {
  const requests: string[][] = [];
  let size = 0;
  for (const paragraph of paragraphs) {
    const last = requests.at(-1);
    if (last && last.length < MOST_PARAGRAPHS && size + paragraph.length <= MOST_CHARACTERS)
      last.push(paragraph);
    else {
      requests.push([paragraph]);
      size = 0;
    }
    size += paragraph.length;
  }
  return requests;
}

/** Ends of sentences in the scripts that reports come in. */
const SENTENCE_END = /[.!?…։؟۔。！？]+["”»’)]*(?:\s+|(?=\p{Script=Han}))/gu;

/** The paragraph in two, at the sentence end nearest to its middle; null where it is one sentence. */
export function halves(paragraph: string): [string, string] | null {
  const middle = paragraph.length / 2;
  let best: number | null = null;
  for (const { 0: end, index } of paragraph.matchAll(SENTENCE_END)) {
    const cut = index + end.length;
    if (cut < paragraph.length && (best === null || Math.abs(cut - middle) < Math.abs(best - middle)))
      best = cut;
  }
  return best === null ? null : [paragraph.slice(0, best).trimEnd(), paragraph.slice(best)];
}
