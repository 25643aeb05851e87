/** HTML's element groups as far as text extraction needs them (HTML Living Standard, §13 and §15.3). */
const words = (list: string) => new Set(list.split(" "));

/** A text run ends where one of these opens or closes. Table cells are handled apart: short cells stay in their row. */
export const BLOCK_TAGS = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table " +
    "tbody tfoot thead tr ul button label option select amp-story noscript video audio canvas picture",
);

/** Their content is not page text. `noscript` is: lazy pages repeat their text and pictures there. */
export const SKIPPED_TAGS = words(
  "script style template svg math iframe object embed select textarea title noscript noframes canvas map audio video applet datalist",
);

export const VOID_TAGS = words(
  "area base basefont br col embed frame hr img input keygen link meta param source track wbr",
);

export const STRESS_TAGS = words("b strong em i");

/** Opening `key` closes an open element of the list, unless a `within` element stands between. */
export const CLOSED_BY: Record<string, { closes: Set<string>; within: Set<string> }> = {
  li: { closes: words("li"), within: words("ul ol menu dir") },
  dt: { closes: words("dt dd"), within: words("dl") },
  dd: { closes: words("dt dd"), within: words("dl") },
  tr: { closes: words("tr td th"), within: words("table tbody thead tfoot") },
  td: { closes: words("td th"), within: words("table tr") },
  th: { closes: words("td th"), within: words("table tr") },
  option: { closes: words("option"), within: words("select") },
};

/** `</div>` inside a cell does not close a div outside it. */
export const SCOPE_TAGS = words("td th table caption html");
