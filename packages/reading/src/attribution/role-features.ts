/** Features by which each token of a sentence gets its role towards one cue: none, source, cue or content. */
import { combine, hashText } from "../linear/hash.ts";
import type { Token } from "../sentence.ts";
import { clausesOf, coarseAt, fineAt, type Hashes, type Scene } from "./scene.ts";

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
const FAR: Route = { path: 7, branch: -1, down: 9, up: 9 };

function routesFrom(scene: Scene, cue: number): Route[] {
  const { tokens, children, hashes } = scene;
  const routes: Route[] = [];
  for (let i = 0; i < tokens.length; i++) routes.push(FAR);
  let path = 11;
  let from = -1;
  let at = cue;
  for (let up = 0; at >= 0 && up <= FARTHEST_UP; up++) {
    routes[at] = { path: combine(path, 1), branch: at, down: 0, up };
    for (const child of children[at] as readonly number[])
      if (child !== from) {
        const route = { path: combine(path, (hashes[child] as Hashes).rel), branch: child, down: 0, up };
        spread(routes, children, child, route);
      }
    path = combine(path, combine((hashes[at] as Hashes).rel, 3));
    from = at;
    at = (tokens[at] as Token).head;
  }
  return routes;
}

/** Gives `at` the route, and what hangs below it the same with more steps down. Sentences are short enough to recurse. */
function spread(routes: Route[], children: Scene["children"], at: number, route: Route): void {
  routes[at] = route;
  const below = children[at] as readonly number[];
  if (below.length === 0) return;
  const next = { path: route.path, branch: route.branch, down: route.down + 1, up: route.up };
  for (let k = 0; k < below.length; k++) spread(routes, children, below[k] as number, next);
}

/** -1 other, 0 outside, 1 the cue's own, 2 nearest on the left, 3 nearest on the right. */
function quoteSides({ quote }: Scene, cue: number): number[] {
  const own = quote[cue] as number;
  let left = -2;
  for (let i = cue - 1; i >= 0 && left === -2; i--)
    if (quote[i] !== -1 && quote[i] !== own) left = quote[i] as number;
  let right = -2;
  for (let i = cue + 1; i < quote.length && right === -2; i++)
    if (quote[i] !== -1 && quote[i] !== own) right = quote[i] as number;
  const sides: number[] = [];
  for (const q of quote) sides.push(q === -1 ? 0 : q === own ? 1 : q === left ? 2 : q === right ? 3 : -1);
  return sides;
}

const bucket = (distance: number): number => {
  const size = Math.abs(distance);
  const step = size < 4 ? size : size < 7 ? 4 : size < 12 ? 5 : size < 20 ? 6 : 7;
  return distance < 0 ? step : step + 10;
};

/** The relations below a cue that make its frame, in the order in which the frame's hash was made of them. */
const FRAME = ["ccomp", "xcomp", "obj", "nsubj", "nsubj:pass", "parataxis", "obl", "advcl"];

/** The complementiser or preposition of the phrase under `branch`; 1 where it has none, 0 where there is no phrase. */
function markOf({ tokens, children, hashes }: Scene, branch: number): number {
  if (branch < 0) return 0;
  for (const c of children[branch] as readonly number[]) {
    const { rel } = tokens[c] as Token;
    if (rel === "mark" || rel === "case") return (hashes[c] as Hashes).lower;
  }
  return 1;
}

export function roleFeatures(scene: Scene, cue: number): RoleInput {
  const routes = routesFrom(scene, cue);
  const sides = quoteSides(scene, cue);
  return {
    emissions: emissionsOf(scene, cue, routes, sides),
    transitions: transitionsOf(scene, cue, routes, sides),
  };
}

function emissionsOf(
  scene: Scene,
  cue: number,
  routes: readonly Route[],
  sides: readonly number[],
): number[][] {
  const { tokens, hashes, quote } = scene;
  const cueRel = (tokens[cue] as Token).rel;
  const isLoose = cueRel === "parataxis" || cueRel === "advcl" || cueRel === "acl:relcl";
  const cueHash = hashes[cue] as Hashes;
  const cueClasses = scene.classes[cue] as readonly number[];
  const below = new Set<string>();
  for (const c of scene.children[cue] as readonly number[]) below.add((tokens[c] as Token).rel);
  const frame = hashText(FRAME.filter((rel) => below.has(rel)).join(" "));
  const complement = below.has("ccomp") ? 1 : below.has("xcomp") ? 2 : below.has("obj") ? 3 : 4;
  const clauses = clausesOf(scene);
  const fine = fineAt(scene, cue);
  const coarse = coarseAt(scene, cue);
  const hasBoth = (sides.includes(2) ? 2 : 0) + (sides.includes(3) ? 1 : 0);
  let markedBranch = -2;
  let mark = 0;

  const emissions: number[][] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { head } = tokens[i] as Token;
    const route = routes[i] as Route;
    const own = hashes[i] as Hashes;
    if (route.branch !== markedBranch) {
      markedBranch = route.branch;
      mark = markOf(scene, markedBranch);
    }
    const side = i < cue ? 1 : i > cue ? 2 : 3;
    const path = combine(route.path, side);
    const marked = combine(path, mark);
    const quoted = (sides[i] as number) + 2;
    const distance = bucket(i - cue);
    const out = [
      combine(1, path),
      combine(2, combine(path, cueHash.lemma)),
      combine(3, combine(path, cueHash.upos)),
    ];
    for (const cls of cueClasses) out.push(combine(4, combine(path, cls)));
    out.push(
      combine(5, marked),
      combine(6, combine(marked, cueHash.lemma)),
      combine(7, combine(path, complement)),
      combine(8, combine(path, frame)),
      combine(9, combine(path, combine(own.upos, Math.min(route.down, 2)))),
      combine(10, combine(path, quoted)),
      combine(11, combine(combine(quoted, side), hasBoth)),
      combine(12, combine(combine(quoted, side), cueHash.lemma)),
      combine(13, combine(combine(own.rel, side), cueHash.upos)),
      combine(14, combine(distance, own.upos)),
      combine(15, combine(distance, cueHash.lemma)),
      combine(16, combine(own.upos, side)),
      combine(17, combine(own.lower, side)),
      combine(18, combine(combine(own.lower, path), 1)),
      combine(19, combine(own.rel, head >= 0 ? (hashes[head] as Hashes).upos : 0)),
    );
    if (head === cue) {
      out.push(
        combine(20, combine(own.rel, cueHash.lemma)),
        combine(21, combine(own.rel, combine(own.lemma, 5))),
      );
      for (const cls of cueClasses) out.push(combine(22, combine(combine(own.rel, cls), own.lower)));
    }
    out.push(combine(23, combine(route.up * 10 + Math.min(route.down, 3), side)));
    if (route.branch >= 0) {
      const branch = hashes[route.branch] as Hashes;
      out.push(
        combine(24, combine(path, branch.upos)),
        combine(25, combine(combine(path, branch.xpos), mark)),
        combine(26, combine(path, branch.lemma)),
        combine(27, combine(marked, quote[route.branch] === -1 ? 0 : 1)),
      );
    }
    const clause = clauses[i] as number;
    out.push(
      combine(32, combine(path, clause)),
      combine(33, combine(combine(path, clause), cueHash.lemma)),
      combine(34, combine(clause, combine(clauses[cue] as number, side))),
      combine(35, combine(path, fine)),
      combine(36, combine(marked, coarse)),
      combine(28, combine(combine(hashes[i - 1]?.upos ?? 0, own.upos), side)),
      combine(29, combine(combine(hashes[i + 1]?.upos ?? 0, own.upos), side)),
      combine(30, combine(cueHash.xpos, path)),
    );
    if (isLoose) out.push(combine(31, combine(cueHash.rel, path)));
    emissions.push(out);
  }
  return emissions;
}

function transitionsOf(
  scene: Scene,
  cue: number,
  routes: readonly Route[],
  sides: readonly number[],
): number[][] {
  const { tokens, hashes } = scene;
  const clauses = clausesOf(scene);
  const transitions: number[][] = [[]];
  for (let i = 1; i < tokens.length; i++) {
    const route = routes[i] as Route;
    const last = routes[i - 1] as Route;
    const own = hashes[i] as Hashes;
    const token = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    const same = route.branch === last.branch ? 1 : 0;
    const within = clauses[i] === clauses[i - 1] ? 1 : 0;
    transitions.push([
      1,
      combine(2, same),
      combine(3, combine(same, token.upos === "PUNCT" ? hashText(token.text) : own.upos)),
      combine(4, combine(same, before.upos === "PUNCT" ? hashText(before.text) : 7)),
      combine(5, combine(same, (sides[i] as number) * 5 + (sides[i - 1] as number))),
      combine(6, combine(last.path, route.path)),
      combine(7, combine(i <= cue ? 1 : 2, same)),
      combine(8, combine(same, within)),
      combine(9, combine(clauses[i - 1] as number, clauses[i] as number)),
      combine(10, combine(own.rel, combine(same, within))),
    ]);
  }
  return transitions;
}
