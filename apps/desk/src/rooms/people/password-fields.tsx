import type { OneTimeSecret } from "@parley/protocol";
import { OneTimeSecretPicture } from "./one-time-secret.tsx";

/** Names of the fields: `password`, `code`. */
export function PasswordFields({ offered }: { offered: OneTimeSecret }) {
  return (
    <>
      <label className="field">
        <span>Password, twelve characters or more</span>
        <input name="password" type="password" required minLength={12} autoComplete="new-password" />
      </label>
      <OneTimeSecretPicture offered={offered} />
      <label className="field">
        <span>The six digits that the app shows</span>
        <input
          name="code"
          required
          inputMode="numeric"
          pattern="\d{6}"
          maxLength={6}
          autoComplete="one-time-code"
        />
      </label>
    </>
  );
}
