import { join } from "node:path";
import { readouts } from "../../../test/readouts.ts";
import { openStore } from "../../index.ts";

readouts("embedded", () => openStore({ db: join(import.meta.dirname, "../../../../../db"), folder: null }));
