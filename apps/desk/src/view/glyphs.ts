/** Drawn marks, as SVG paths, so that page and canvas draw the same ones. Shape, not colour, tells them apart. */
import type { Kind, Status } from "@parley/protocol";

export interface Glyph {
  /** Path to fill, on a 12 × 12 square, "" for none. */
  fill: string;
  /** Path to stroke, "" for none. */
  stroke: string;
}

const RING = "M6 1.75a4.25 4.25 0 1 1 0 8.5a4.25 4.25 0 1 1 0-8.5z";

export const STATUS_GLYPHS: Record<Status, Glyph> = {
  happened: { fill: "M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5z", stroke: "" },
  planned: { fill: "", stroke: RING },
  offered: { fill: "", stroke: "M6 .9L11.1 6L6 11.1L.9 6z" },
  demanded: { fill: "", stroke: "M6 1.2L11 10.2L1 10.2z" },
  conditional: { fill: "", stroke: "M1.75 1.75h8.5v8.5h-8.5z" },
  denied: { fill: "", stroke: `${RING}M2.9 9.1L9.1 2.9` },
  alleged: { fill: "M6 1.75a4.25 4.25 0 0 0 0 8.5z", stroke: RING },
};

/** Stroke paths on a 16 × 16 square. */
export const KIND_PATHS: Record<Kind, string> = {
  contact: "M2.5 3.5h8v5.5h-4l-2.5 2.5v-2.5h-1.5zM8 11h2.5l2 2v-2h1V6.5",
  agreement: "M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 11h2.5",
  incident: "M8 2L14.5 13.5H1.5zM8 6.5v3.2M8 11.6v.3",
  exchange: "M2 5.5h11M10 2.5l3 3l-3 3M14 10.5H3M6 7.5l-3 3l3 3",
  deployment: "M3.5 14.5V2M3.5 2.5h8.5l-2 2.75l2 2.75H3.5",
  measure: "M2.5 13.5h11M4 13V7M8 13V7M12 13V7M2.5 6.5L8 2.5l5.5 4",
  position: "M2.5 4h4v4.5l-2 3.5M9.5 4h4v4.5l-2 3.5M2.5 8.5h4M9.5 8.5h4",
};
