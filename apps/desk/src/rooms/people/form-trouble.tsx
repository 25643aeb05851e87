/** What went wrong, beside the form it went wrong in; what was typed stays. */
import { Failure } from "../../api/client.ts";

export function FormTrouble({ error }: { error: unknown }) {
  if (!error) return null;
  const fields =
    error instanceof Failure && error.code === "invalid-request" ? " Look at what you filled in." : "";
  return (
    <p className="form-error" role="alert">
      {error instanceof Error ? error.message : String(error)}
      {fields}
    </p>
  );
}
