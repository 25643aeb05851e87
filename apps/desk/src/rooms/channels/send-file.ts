/** A file on its way up, with how much of it is gone: the one thing that `fetch` does not tell. */
import { API_PREFIX, Problem } from "@parley/protocol";
import { Failure } from "../../api/client.ts";

interface ToSend {
  command: string;
  for: string;
  name: string;
  file: Blob;
}

/** The answer. Throws Failure as `ask` does. */
export function sendFile(
  path: string,
  { command, for: by, name, file }: ToSend,
  onBytes: (bytes: number) => void,
): Promise<unknown> {
  const body = new FormData();
  body.append("command", command);
  body.append("for", by);
  body.append("file", file, name);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${API_PREFIX}${path}`);
    request.responseType = "json";
    request.upload.onprogress = (event) => onBytes(event.loaded);
    request.onerror = () => failed(new Failure({ code: "offline", message: "The server does not answer." }));
    request.onload = () => {
      const { status, response } = request;
      if (status === 200) return done(response);
      const told = Problem.safeParse(response);
      failed(
        new Failure(
          told.success
            ? { ...told.data, status }
            : {
                code: status >= 502 ? "offline" : `http-${status}`,
                message: "The server refused without a reason.",
                status,
              },
        ),
      );
    };
    request.send(body);
  });
}
