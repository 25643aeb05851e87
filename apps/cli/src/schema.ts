/** The JSON Schema of what `parley read` prints, made from the schemas that check it. */
import { RecordFile } from "@parley/protocol";
import { z } from "zod";

export const recordSchema = () => z.toJSONSchema(RecordFile, { target: "draft-2020-12" });
