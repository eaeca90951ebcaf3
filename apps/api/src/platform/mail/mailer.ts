import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';

/** One letter as it leaves: plain text, so that it reads the same everywhere and hides nothing. */
export interface Mail {
  /** Of the letter: its Message-ID, by which a mailbox knows one that comes twice. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /** Resolves when the letter is out of our hands; throws when it is not, and then it is tried again. */
  send(mail: Mail): Promise<void>;
}

const PATIENCE = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 };

const headersOf = ({ id, to, subject, text }: Mail, from: string) => ({
  from,
  to,
  subject,
  text,
  messageId: `<${id}@simpul>`,
  headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: no out-of-office answers
});

/** Hands letters to a mail server: `smtp://user:password@host:587`, or `smtps://` with TLS from the start. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, ...PATIENCE });
  return { send: async (mail) => void (await transport.sendMail(headersOf(mail, from))) };
}

/** Puts letters into a folder as `.eml` files, where no mail server is at hand. */
export function folderMailer(folder: string, from: string, now: () => Date): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ ...headersOf(mail, from), date: now() });
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, `${now().toISOString().replaceAll(':', '')}-${mail.id}.eml`);
      // Written aside and then named, so that nobody reads half a letter.
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
    },
  };
}
