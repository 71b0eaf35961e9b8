import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** A running mail server on loopback. */
export type Mail = {
  /** How a shop is told of it: `startShop(mail.settings)`. */
  settings: Record<string, string>;
  /** What came, read by a library of its own, in order. */
  got: ParsedMail[];
  /** How often it refused somebody. */
  refused: number;
  /** From now on every recipient gets this status; 250 takes them. */
  answer(status: number): void;
  /** Ends it. */
  stop(): Promise<void>;
};

/** Starts a mail server that takes everything until it is told otherwise. */
export async function startMail(): Promise<Mail> {
  let status = 250;
  const got: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      if (status === 250) return done();
      mail.refused += 1;
      done(Object.assign(new Error('no such mailbox'), { responseCode: status }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((letter) => {
        got.push(letter);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const settings = { VITRINE_SMTP_URL: `smtp://127.0.0.1:${port}`, VITRINE_MAIL_FROM: 'notice@onmaru.example' };
  const mail: Mail = {
    settings,
    got,
    refused: 0,
    answer: (next) => (status = next),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mail;
}
