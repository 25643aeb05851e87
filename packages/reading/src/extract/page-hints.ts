/**
 * What class names, ids and roles say about a part of a page. The word lists are the conventions of content systems as
 * collected by Readability (unlikelyCandidates), trafilatura (xpaths.py) and boilerpipe, reduced to their common meaning.
 */

export const HINTS = {
  body: /article-?_?(body|content|text|copy|main)|entry-?_?content|post-?_?(body|content|text)|stor(y|ies)-?_?(body|text|content|main)|articlebody|main-?_?content|body-?_?(copy|text|content)|rich-?_?text|content-?_?(body|text|main)|(^|\s)(content|story|article|post|entry|prose|copy|text|body|main)(\s|$)/,
  comment: /comment|disqus|respond|repl(y|ies)|discussion|livefyre|talkback|guestbook/,
  share: /shar(e|ing)|social|addthis|sharedaddy|follow-|facebook|whatsapp|tweet-?button|toolbar/,
  related:
    /relat|recommend|more-?_?(stories|news|from|on|in)|read-?_?(more|next|also)|outbrain|taboola|popular|trending|most-?_?(read|viewed)|latest|teaser|similar|suggest|up-?next|zergnet|recirc|you-?may|promo|see-?also|linklist|crosslink/,
  nav: /nav|menu|breadcrumb|crumb|paginat|pager|skip-|toc(\s|-|$)|tabs?(\s|-|$)/,
  foot: /foot|copyright|legal|colophon|contentinfo/,
  head: /masthead|header|banner|topbar|top-bar/,
  side: /side-?_?bar|sidebar|rail|widget|aside|complementary|right-?_?col|secondary/,
  ad: /(^|[\s_-])ads?([\s_-]|$)|advert|sponsor|dfp|gpt|partner|commercial/,
  sign: /newsletter|subscri|sign-?_?up|paywall|regist|log-?in|donat|(^|\s|-)cta|e-?mail|alert|inline-?form/,
  caption: /caption|credit|photo-?_?(by|info|source)|image-?_?(info|source|meta)|copyright-holder/,
  byline: /author|byline|contributor|writer|(^|[\s_-])bio([\s_-]|$)|avatar|profile/,
  date: /date|timestamp|publish|posted|updated|(^|[\s_-])time([\s_-]|$)|(^|[\s_-])meta([\s_-]|$)|dateline/,
  tags: /(^|[\s_-])tags?([\s_-]|$)|taglist|categor|topic|keyword|label/,
  title: /title|headline|(^|[\s_-])hed([\s_-]|$)/,
  media:
    /galler|slide|carousel|video|player|media|(^|[\s_-])(image|img|photo|picture|figure)s?([\s_-]|$)|lightbox/,
  embed: /embed|twitter|tweet|instagram|quote|iframe/,
  hidden: /hidden|sr-only|visually|screen-reader|print|modal|popup|pop-up|overlay|tooltip|dropdown/,
  consent: /cookie|consent|gdpr|privacy/,
  lede: /summary|excerpt|standfirst|(^|[\s_-])dek([\s_-]|$)|sub-?_?title|sub-?_?head|description|lede|(^|[\s_-])lead([\s_-]|$)|intro/,
  factbox: /fact-?_?box|info-?_?box|key-?_?points|highlights|in-?_?brief|timeline|box|inset|pull-?quote/,
  list: /list|grid|cards?([\s_-]|$)|items?([\s_-]|$)|feed|stream|tile/,
} as const;

export type Hint = keyof typeof HINTS;
export const HINT_NAMES = Object.keys(HINTS) as Hint[];
export const HINT_BIT = Object.fromEntries(HINT_NAMES.map((name, i) => [name, 1 << i])) as Record<
  Hint,
  number
>;

const TAG_HINTS: Record<string, number> = {
  nav: HINT_BIT.nav,
  footer: HINT_BIT.foot,
  header: HINT_BIT.head,
  aside: HINT_BIT.side,
  figcaption: HINT_BIT.caption,
  figure: HINT_BIT.media,
  form: HINT_BIT.sign,
  time: HINT_BIT.date,
  address: HINT_BIT.byline,
  dialog: HINT_BIT.hidden,
  menu: HINT_BIT.nav,
};

/** WordPress names a post's element after its tags and categories (post_class()). */
const POST_CLASS = /(?:^|\s)(?:post-\d+|hentry|type-\w+)(?:\s|$)/;
const POST_TERMS = /(?:^|\s)(?:tag|category|format|status|author|topic)-\S+/g;

/** Bits of HINT_BIT for one element; `names` is its class, id, role and itemprop in one string. */
export function hintsOf(tag: string, names: string): number {
  let bits = TAG_HINTS[tag] ?? 0;
  // The classes of html and body describe the site, not a part of the page.
  if (!names || tag === "body" || tag === "html") return bits;
  const lower = (POST_CLASS.test(names) ? names.replace(POST_TERMS, "") : names)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
  for (const name of HINT_NAMES) if (HINTS[name].test(lower)) bits |= HINT_BIT[name];
  return bits;
}
