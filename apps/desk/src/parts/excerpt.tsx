/** An excerpt whose matches stand between U+0001 and U+0002, as marked text; never read as HTML. */
export function Excerpt({ text }: { text: string }) {
  const parts = text.split("\u0001").flatMap((part, index) => {
    if (index === 0) return [{ words: part, match: false }];
    const [match = "", ...rest] = part.split("\u0002");
    return [
      { words: match, match: true },
      { words: rest.join(""), match: false },
    ];
  });
  let at = 0;
  return (
    <span dir="auto">
      {parts.map((part) => {
        at += part.words.length + 1;
        return part.match ? <mark key={at}>{part.words}</mark> : <span key={at}>{part.words}</span>;
      })}
    </span>
  );
}
