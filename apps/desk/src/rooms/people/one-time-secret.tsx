/** A one-time-code secret as a picture for an app, drawn here, and as letters. */
import type { OneTimeSecret } from "@parley/protocol";
import { encode } from "uqr";

export function OneTimeSecretPicture({ offered }: { offered: OneTimeSecret }) {
  const { data, size } = encode(offered.uri, { border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <figure className="one-time-secret">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="Picture for the authenticator app">
        <path d={path} />
      </svg>
      <figcaption>
        Take this picture with an authenticator app, or type the letters:
        <code>{offered.secret.match(/.{1,4}/gu)?.join(" ")}</code>
      </figcaption>
    </figure>
  );
}
