import { Failure } from "../../api/client.ts";
import { FormTrouble } from "../people/form-trouble.tsx";

/** Beside the form; what was typed stays in it, and the page around it shows what stands now. */
export function ChangeTrouble({ error }: { error: unknown }) {
  if (error instanceof Failure && error.code === "moved-on")
    return (
      <p className="form-error" role="alert">
        Somebody changed this meanwhile. The page shows it as it stands now; what you typed is still here.
        Send it again if it still holds.
      </p>
    );
  return <FormTrouble error={error} />;
}
