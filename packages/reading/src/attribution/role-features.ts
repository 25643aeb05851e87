/** Features by which each token of a sentence gets its role towards one cue: none, source, cue or content. */
import { combine } from "../linear/hash.ts";
import type { Token } from "../sentence.ts";
import { hashOf, type Scene } from "./scene.ts";

export const ROLES = ["none", "source", "cue", "content"] as const;

export interface RoleInput {
  /** Per token, for the roles. */
  emissions: number[][];
  /** Per token, for its pair of roles with the token before; the first token's list is empty. */
  transitions: number[][];
}

interface Route {
  /** Way through the tree from the cue: relations climbed, then the first relation descended. */
  path: number;
  /** First token below the cue or below one of its ancestors on the way; the ancestor itself where the way ends there. */
  branch: number;
  /** Steps from the branch to the token. */
  down: number;
  up: number;
}

const FARTHEST_UP = 5;

function routesFrom(scene: Scene, cue: number): Route[] {
  const { tokens, children, hashes } = scene;
  const far: Route = { path: 7, branch: -1, down: 9, up: 9 };
  const routes: Route[] = tokens.map(() => far);
  const spread = (branch: number, path: number, up: number) => {
    const pending: [number, number][] = [[branch, 0]];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const [at, down] = next;
      routes[at] = { path, branch, down, up };
      for (const child of children[at] as number[]) pending.push([child, down + 1]);
    }
  };
  let path = 11;
  let from = -1;
  let at = cue;
  for (let up = 0; at >= 0 && up <= FARTHEST_UP; up++) {
    routes[at] = { path: combine(path, 1), branch: at, down: 0, up };
    for (const child of children[at] as number[])
      if (child !== from) spread(child, combine(path, (hashes[child] as Scene["hashes"][number]).rel), up);
    path = combine(path, combine((hashes[at] as Scene["hashes"][number]).rel, 3));
    from = at;
    at = (tokens[at] as Token).head;
  }
  return routes;
}

/** -1 other, 0 outside, 1 the cue's own, 2 nearest on the left, 3 nearest on the right. */
function quoteSides(scene: Scene, cue: number): number[] {
  const { quote } = scene;
  const own = quote[cue] as number;
  let left = -2;
  for (let i = cue - 1; i >= 0 && left === -2; i--)
    if (quote[i] !== -1 && quote[i] !== own) left = quote[i] as number;
  let right = -2;
  for (let i = cue + 1; i < quote.length && right === -2; i++)
    if (quote[i] !== -1 && quote[i] !== own) right = quote[i] as number;
  return quote.map((q) => (q === -1 ? 0 : q === own ? 1 : q === left ? 2 : q === right ? 3 : -1));
}

const bucket = (distance: number): number => {
  const size = Math.abs(distance);
  const step = size < 4 ? size : size < 7 ? 4 : size < 12 ? 5 : size < 20 ? 6 : 7;
  return distance < 0 ? step : step + 10;
};

export function roleFeatures(scene: Scene, cue: number): RoleInput {
  const { tokens, hashes, classes, children, quote } = scene;
  const routes = routesFrom(scene, cue);
  const sides = quoteSides(scene, cue);
  const cueToken = tokens[cue] as Token;
  const cueHash = hashes[cue] as Scene["hashes"][number];
  const below = new Set((children[cue] as number[]).map((c) => (tokens[c] as Token).rel));
  const frame = hashOf(
    ["ccomp", "xcomp", "obj", "nsubj", "nsubj:pass", "parataxis", "obl", "advcl"]
      .filter((rel) => below.has(rel))
      .join(" "),
  );
  const complement = below.has("ccomp") ? 1 : below.has("xcomp") ? 2 : below.has("obj") ? 3 : 4;
  const cueClasses = classes[cue] as readonly number[];
  const marksOf = (branch: number): number => {
    if (branch < 0) return 0;
    const mark = (children[branch] as number[]).find((c) => {
      const { rel } = tokens[c] as Token;
      return rel === "mark" || rel === "case";
    });
    return mark === undefined ? 1 : hashOf((tokens[mark] as Token).lower);
  };
  const markCache = new Map<number, number>();
  const hasLeft = sides.includes(2) ? 1 : 0;
  const hasRight = sides.includes(3) ? 1 : 0;

  const emissions = tokens.map((token, i) => {
    const route = routes[i] as Route;
    const own = hashes[i] as Scene["hashes"][number];
    let mark = markCache.get(route.branch);
    if (mark === undefined) {
      mark = marksOf(route.branch);
      markCache.set(route.branch, mark);
    }
    const side = i < cue ? 1 : i > cue ? 2 : 3;
    const out: number[] = [];
    const put = (template: number, value: number) => {
      out.push(combine(template, value));
    };
    const path = combine(route.path, side);
    put(1, path);
    put(2, combine(path, cueHash.lemma));
    put(3, combine(path, cueHash.upos));
    for (const cls of cueClasses) put(4, combine(path, cls));
    put(5, combine(path, mark));
    put(6, combine(combine(path, mark), cueHash.lemma));
    put(7, combine(path, complement));
    put(8, combine(path, frame));
    put(9, combine(path, combine(own.upos, Math.min(route.down, 2))));
    put(10, combine(path, (sides[i] as number) + 2));
    put(11, combine(combine((sides[i] as number) + 2, side), hasLeft * 2 + hasRight));
    put(12, combine(combine((sides[i] as number) + 2, side), cueHash.lemma));
    put(13, combine(combine(own.rel, side), cueHash.upos));
    put(14, combine(bucket(i - cue), own.upos));
    put(15, combine(bucket(i - cue), cueHash.lemma));
    put(16, combine(own.upos, side));
    put(17, combine(hashOf(token.lower), side));
    put(18, combine(combine(hashOf(token.lower), path), 1));
    const head = token.head >= 0 ? (hashes[token.head] as Scene["hashes"][number]) : null;
    put(19, combine(own.rel, head ? head.upos : 0));
    if (token.head === cue) {
      put(20, combine(own.rel, cueHash.lemma));
      put(21, combine(own.rel, combine(own.lemma, 5)));
      for (const cls of cueClasses) put(22, combine(combine(own.rel, cls), hashOf(token.lower)));
    }
    put(23, combine(route.up * 10 + Math.min(route.down, 3), side));
    if (route.branch >= 0) {
      const branch = hashes[route.branch] as Scene["hashes"][number];
      put(24, combine(path, branch.upos));
      put(25, combine(combine(path, branch.xpos), mark));
      put(26, combine(path, branch.lemma));
      put(27, combine(combine(path, mark), (quote[route.branch] as number) === -1 ? 0 : 1));
    }
    const clause = scene.clause[i] as number;
    put(32, combine(path, clause));
    put(33, combine(combine(path, clause), cueHash.lemma));
    put(34, combine(clause, combine(scene.clause[cue] as number, side)));
    put(35, combine(path, scene.fine[cue] as number));
    put(36, combine(combine(path, mark), scene.coarse[cue] as number));
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    put(28, combine(combine(before ? hashOf(before.upos) : 0, own.upos), side));
    put(29, combine(combine(after ? hashOf(after.upos) : 0, own.upos), side));
    put(30, combine(cueHash.xpos, path));
    if (cueToken.rel === "parataxis" || cueToken.rel === "advcl" || cueToken.rel === "acl:relcl")
      put(31, combine(cueHash.rel, path));
    return out;
  });

  const transitions = tokens.map((token, i) => {
    if (i === 0) return [];
    const route = routes[i] as Route;
    const last = routes[i - 1] as Route;
    const same = route.branch === last.branch ? 1 : 0;
    const out = [1, combine(2, same)];
    const own = hashes[i] as Scene["hashes"][number];
    const before = tokens[i - 1] as Token;
    out.push(combine(3, combine(same, token.upos === "PUNCT" ? hashOf(token.text) : own.upos)));
    out.push(combine(4, combine(same, before.upos === "PUNCT" ? hashOf(before.text) : 7)));
    out.push(combine(5, combine(same, (sides[i] as number) * 5 + (sides[i - 1] as number))));
    out.push(combine(6, combine(last.path, route.path)));
    out.push(combine(7, combine(i <= cue ? 1 : 2, same)));
    const within = scene.clause[i] === scene.clause[i - 1] ? 1 : 0;
    out.push(combine(8, combine(same, within)));
    out.push(combine(9, combine(scene.clause[i - 1] as number, scene.clause[i] as number)));
    out.push(combine(10, combine(own.rel, combine(same, within))));
    return out;
  });
  return { emissions, transitions };
}
