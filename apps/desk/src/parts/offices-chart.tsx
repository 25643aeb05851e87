import type { Office } from "@parley/protocol";
import { edtfWords } from "../view/edtf-words.ts";
import { officeChart } from "../view/offices.ts";
import { useNames } from "./names.tsx";

const ROW = 30;
const span = (office: Office): string => {
  const from = office.from ? edtfWords(office.from) : "beginning not known";
  return `${from} – ${office.to ? edtfWords(office.to) : "no end known"}`;
};

/** Offices over time as bars, each with its words and source: the chart says nothing that the list does not. */
export function OfficesChart({ offices }: { offices: Office[] }) {
  const names = useNames();
  const now = new Date();
  const { bars, years } = officeChart(offices, now.getUTCFullYear() + now.getUTCMonth() / 12);
  const undated = offices.filter((office) => !office.from && !office.to);
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div className="offices">
      <svg className="offices-chart" width="100%" height={bars.length * ROW + 22} aria-hidden="true">
        {years.map(({ year, at }) => (
          <g key={year}>
            <line x1={percent(at)} x2={percent(at)} y1="0" y2={bars.length * ROW} className="grid" />
            <text
              x={percent(at)}
              y={bars.length * ROW + 16}
              textAnchor={at < 0.03 ? "start" : at > 0.97 ? "end" : "middle"}
            >
              {year}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <rect
            key={`${bar.office.title}-${bar.office.from}`}
            className={bar.openStart || bar.openEnd ? "bar open" : "bar"}
            x={percent(bar.start)}
            width={percent(Math.max(0.006, bar.end - bar.start))}
            y={index * ROW + 8}
            height="12"
            rx="3"
          />
        ))}
      </svg>
      <ol className="offices-list">
        {[...bars.map((bar) => bar.office), ...undated].map((office) => (
          <li key={`${office.title}-${office.of}-${office.from}`}>
            <span className="office-title">
              {office.title}, <bdi>{names.actor(office.of)}</bdi>
            </span>
            <span className="office-span">{office.from || office.to ? span(office) : "no dates known"}</span>
            <span className="fine">{office.source}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
