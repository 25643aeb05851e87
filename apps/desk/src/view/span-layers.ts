/** Overlapping claim spans cut into segments that do not overlap, so that a page can draw each letter once. */

export interface Span {
  id: string;
  start: number;
  end: number;
}

/** A stretch of text under the same claims; `claims` outermost (longest) first, empty for plain text. */
export interface Segment {
  start: number;
  end: number;
  claims: string[];
  /** The claims of which this is the first segment: where a reader's keyboard stops. */
  opens: string[];
}

/** A paragraph of the text with its segments; offsets stay those of the whole text. */
export interface Paragraph {
  start: number;
  end: number;
  segments: Segment[];
}

/**
 * Segments that cover `from`–`to` without gap or overlap, in order.
 * Spans outside are ignored; empty spans never show.
 */
export function spanLayers(spans: Span[], from: number, to: number): Segment[] {
  const inside = spans.filter((span) => span.start < to && span.end > from && span.end > span.start);
  const cuts = [...new Set([from, to, ...inside.flatMap((span) => [span.start, span.end])])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((left, right) => left - right);
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index]!;
    const end = cuts[index + 1]!;
    const over = inside
      .filter((span) => span.start <= start && span.end >= end)
      .sort(
        (left, right) => left.start - right.start || right.end - left.end || left.id.localeCompare(right.id),
      );
    segments.push({
      start,
      end,
      claims: over.map((span) => span.id),
      opens: over.filter((span) => span.start === start).map((span) => span.id),
    });
  }
  return segments;
}

/** The text's paragraphs (parted by line ends), each layered; blank lines make none. */
export function paragraphLayers(text: string, spans: Span[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    if (match[0].trim() === "") continue;
    const start = match.index;
    const end = start + match[0].length;
    paragraphs.push({ start, end, segments: spanLayers(spans, start, end) });
  }
  return paragraphs;
}
