/** All accounts of a contact, point by point: a table where there is room, cards where there is none. */
import type { ComparedAccount, ComparedPoint, Comparison } from "@parley/protocol";
import { useState } from "react";
import { countWords } from "../../view/words.ts";
import { PointQuotes } from "./point-quotes.tsx";
import { CLASS_WORDS, DIFFERENCE_WORDS } from "./words.ts";

type Filter = "every" | ComparedPoint["class"] | `silent:${string}`;

interface Compared {
  process: string;
  comparison: Comparison;
  /** Absent where this person cannot put a point. */
  onPut: ((point: ComparedPoint) => void) | undefined;
}

const KIND_WORDS: Record<ComparedAccount["kind"], string> = {
  readout: "readout",
  draft: "own draft, seen by you alone",
  report: "report",
};

export function ComparisonView({ process, comparison, onPut }: Compared) {
  const [filter, setFilter] = useState<Filter>("every");
  const { accounts, points } = comparison;
  const shown = points.filter((point) => fits(point, filter));
  const read = accounts.filter(({ unread }) => unread === null);
  return (
    <div className="comparison">
      {accounts.some(({ unread }) => unread) && <Unread accounts={accounts} />}
      <Filters accounts={read} points={points} filter={filter} onFilter={setFilter} />
      <p className="visually-hidden" role="status">
        {countWords(shown.length, "point")}
      </p>
      {shown.length === 0 && <p className="hint">No point is of this kind.</p>}
      {shown.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Point</th>
              {accounts.map((account) => (
                <th key={account.id} scope="col">
                  <span dir="auto">{account.name}</span>
                  <span className="fine">{KIND_WORDS[account.kind]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((point) => (
              <PointRow key={point.id} {...{ process, point, accounts, onPut }} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function fits(point: ComparedPoint, filter: Filter): boolean {
  if (filter === "every") return true;
  if (!filter.startsWith("silent:")) return point.class === filter;
  const id = filter.slice("silent:".length);
  return point.accounts.some(({ account, stance }) => account === id && stance === "silent");
}

interface Filtered {
  accounts: ComparedAccount[];
  points: ComparedPoint[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

const CLASSES: ComparedPoint["class"][] = ["contradicted", "all", "several", "one"];

function Filters({ accounts, points, filter, onFilter }: Filtered) {
  const count = (of: Filter) => points.filter((point) => fits(point, of)).length;
  const parts: [Filter, string][] = [
    ["every", "all points"],
    ...CLASSES.map((one): [Filter, string] => [one, CLASS_WORDS[one]]),
  ];
  return (
    <fieldset className="point-filters">
      <legend className="visually-hidden">Which points</legend>
      {parts.map(([of, words]) => (
        <button
          key={of}
          type="button"
          className="button small"
          data-class={of}
          aria-pressed={filter === of}
          onClick={() => onFilter(of)}
        >
          {words} <span className="point-count">{count(of)}</span>
        </button>
      ))}
      {accounts.length > 1 && (
        <label className="field">
          <span>Passed over by</span>
          <select
            value={filter.startsWith("silent:") ? filter : ""}
            onChange={(event) => onFilter((event.target.value || "every") as Filter)}
          >
            <option value="">–</option>
            {accounts.map(({ id, name }) => (
              <option key={id} value={`silent:${id}`}>
                {name} ({count(`silent:${id}`)})
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}

function Unread({ accounts }: { accounts: ComparedAccount[] }) {
  return (
    <ul className="notice">
      {accounts
        .filter(({ unread }) => unread !== null)
        .map(({ id, name, unread }) => (
          <li key={id}>
            <bdi>{name}</bdi>: not compared. {unread}
          </li>
        ))}
    </ul>
  );
}

interface Rowed {
  process: string;
  point: ComparedPoint;
  accounts: ComparedAccount[];
  onPut: ((point: ComparedPoint) => void) | undefined;
}

function PointRow({ process, point, accounts, onPut }: Rowed) {
  const nameOf = (id: string) => accounts.find((one) => one.id === id)?.name ?? "";
  return (
    <tr data-class={point.class}>
      <th scope="row">
        <span className="point-heading" dir="auto">
          {point.heading}
        </span>
        <span className="point-class">{CLASS_WORDS[point.class]}</span>
        {point.differences.map(({ what, certain, between: [one, other] }) => (
          <span key={`${what} ${one?.account} ${other?.account}`} className="point-difference">
            {certain ? "" : "perhaps "}
            {DIFFERENCE_WORDS[what]}:{" "}
            {what === "status" || what === "who" ? "" : `“${one?.words}” and “${other?.words}”, `}
            <bdi>{nameOf(one?.account ?? "")}</bdi> against <bdi>{nameOf(other?.account ?? "")}</bdi>
          </span>
        ))}
        {point.why && (
          <details className="fine">
            <summary>Why these belong together</summary>
            {point.why}
          </details>
        )}
        {onPut && (
          <button type="button" className="button quiet small" onClick={() => onPut(point)}>
            Put to the sides…
          </button>
        )}
      </th>
      {point.accounts.map((said, i) => {
        const account = accounts[i];
        if (!account) return null;
        return (
          <td key={said.account} data-stance={said.stance}>
            <span className="cell-account" dir="auto">
              {account.name}
            </span>
            <PointQuotes process={process} account={account} said={said} />
          </td>
        );
      })}
    </tr>
  );
}
