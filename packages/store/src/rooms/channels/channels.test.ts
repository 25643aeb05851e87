import { join } from "node:path";
import { channels } from "../../../test/channels.ts";
import { openStore } from "../../index.ts";

channels("embedded", () => openStore({ db: join(import.meta.dirname, "../../../../../db"), folder: null }));
