/** The development half of the article extraction benchmark, as training material. Absent outside a full work place. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export const BENCHMARK = join(import.meta.dirname, "../../../shared/bench/extraction");

export interface BenchmarkPage {
  id: string;
  html: string;
  url: string;
  article: string;
  /** Pages of one site stay on one side of a split. */
  site: string;
}

export function benchmarkPages(folder = BENCHMARK): BenchmarkPage[] {
  if (!existsSync(folder)) return [];
  const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as Record<
    string,
    { articleBody: string; url: string }
  >;
  return readdirSync(join(folder, "pages"))
    .sort()
    .map((file) => {
      const id = file.replace(/\.html\.gz$/, "");
      const { articleBody, url } = truth[id]!;
      const html = gunzipSync(readFileSync(join(folder, "pages", file))).toString();
      const host = new URL(url).hostname.split(".");
      const site = host.slice(host.at(-2)!.length <= 3 && host.length > 2 ? -3 : -2).join(".");
      return { id, html, url, article: articleBody, site };
    });
}
