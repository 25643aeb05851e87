import { join } from "node:path";
import { doorContract } from "../test/door.ts";
import { openStore } from "./index.ts";

doorContract("the door, embedded", () =>
  openStore({ db: join(import.meta.dirname, "../../../db"), folder: null }),
);
