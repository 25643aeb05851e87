/** A mail server for tests: real SMTP on a free port of this machine, which keeps what it takes. */
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface Received {
  from: string;
  to: string[];
  mail: Email;
  raw: string;
}

export interface PostBox {
  url: string;
  received: Received[];
  /** What the next recipients are answered with; null takes them. */
  refuse: { code: number; text: string } | null;
  close(): Promise<void>;
}

export async function openPostBox(): Promise<PostBox> {
  const received: Received[] = [];
  const box: PostBox = {
    url: "",
    received,
    refuse: null,
    close: () => new Promise((done) => server.close(() => done())),
  };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["AUTH"], hideSTARTTLS: true, logger: false },
    onRcptTo(_, __, next) {
      if (!box.refuse) return next();
      next(Object.assign(new Error(box.refuse.text), { responseCode: box.refuse.code }));
    },
    onData(stream, session, next) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        const raw = Buffer.concat(parts).toString();
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map((one) => one.address),
          mail: await PostalMime.parse(raw),
          raw,
        });
        next();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  box.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return box;
}
