interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The button under a list that has more than is shown. */
export function More({ query, shown, total }: { query: Paged; shown: number; total: number }) {
  return (
    <p className="more">
      <span>
        {shown.toLocaleString("en-GB")} of {total.toLocaleString("en-GB")}
      </span>
      {query.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          data-stop=""
        >
          {query.isFetchingNextPage ? "Loading…" : "Show more"}
        </button>
      )}
    </p>
  );
}
