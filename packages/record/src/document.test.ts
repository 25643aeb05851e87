import { describe, it } from "vitest";
import { given } from "../test/given.ts";
import { document } from "./index.ts";

const receipt = { name: "a.html", content: "c0", uri: "https://example.org/a" };
const received = { type: "document-received" as const, payload: receipt };
const reading = { reader: "parley/1", reading: "r0", claims: 3, unread: null };
const read = { type: "document-read" as const, payload: reading };

describe("document", () => {
  it("[R5] is received word for word", () =>
    given(document)
      .when({ type: "receive-document", ...receipt })
      .yields(received));
  it("[R5] is received once, even with other content", () =>
    given(document, received)
      .when({ type: "receive-document", ...receipt, content: "c1" })
      .refused("document-exists"));
  it("[R5] stays received when it has been read", () =>
    given(document, received, read)
      .when({ type: "receive-document", ...receipt })
      .refused("document-exists"));
  it("[R6] is read when it is there", () =>
    given(document, received)
      .when({ type: "record-reading", ...reading })
      .yields(read));
  it("[R6] is not read before it is there", () =>
    given(document)
      .when({ type: "record-reading", ...reading })
      .refused("document-absent"));
  it("[R6] the same reading again says nothing new", () =>
    given(document, received, read)
      .when({ type: "record-reading", ...reading })
      .refused("reading-known"));
  it("[R6] a later reader may read it otherwise", () => {
    const later = { reader: "parley/2", reading: "r1", claims: 4, unread: null };
    given(document, received, read)
      .when({ type: "record-reading", ...later })
      .yields({ type: "document-read", payload: later });
  });
});
