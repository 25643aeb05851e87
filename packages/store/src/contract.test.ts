import { join } from "node:path";
import { contract } from "../test/contract.ts";
import { openStore } from "./index.ts";

contract("embedded", () => openStore({ db: join(import.meta.dirname, "../../../db"), folder: null }));
