/** Who says what of one occurrence: claims grouped by the source that answers for them. */
import type { Account, Attribution } from "@parley/protocol";
import type { Candidate } from "./claim.ts";

/**
 * One account a source, sorted by source; silences come last. The source is the innermost known link of the
 * attribution (speaker, else issuer, else agency, else outlet); the links before it are `via`. A source that no
 * lexicon names is told apart by its words; reprints speak with their original's voice and so add none.
 */
export function accounts(cluster: Candidate[]): Account[] {
  const groups = new Map<string, Account>();
  for (const { claim, voice } of cluster) {
    const silent = claim.silentSource;
    const chain = claim.attribution;
    const by = silent ?? chain.at(-1)?.source ?? null;
    const worded = silent || by ? "" : (chain.at(-1)?.asWorded.toLowerCase() ?? voice);
    const key = `${silent ? 1 : 0}|${by ?? "~"}|${worded}`;
    const links = (silent ? chain : chain.slice(0, -1))
      .map((l) => l.source)
      .filter((s) => s !== null && s !== by);
    const published = silent ? false : isOwnPublication(chain.at(-1)) || null;
    const group = groups.get(key);
    if (group) {
      group.published ??= published;
      group.claims.push(claim.id);
      group.via = [...new Set([...group.via, ...(links as string[])])].sort();
    } else
      groups.set(key, {
        by,
        via: [...new Set(links as string[])].sort(),
        claims: [claim.id],
        published,
      });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { by, via, claims, published }]) => ({
      by,
      via,
      claims: claims.sort(),
      published,
    }));
}

/** Words that say that the source itself put it out. */
const PUBLISHED = /statement|communiqu|readout|press (release|service)|web ?site|published|issued/i;

/** The page's own voice has no cue; a speaker's words reported by others are no publication of the speaker's. */
function isOwnPublication(link: Attribution | undefined): boolean {
  return (
    link !== undefined &&
    link.source !== null &&
    (link.cue === null || PUBLISHED.test(`${link.asWorded} ${link.cue}`))
  );
}
