import type { Viewer } from '#lib/session/viewer.ts';

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      /** Under which number the log knows this failure. */
      errorId?: string | undefined;
    }
    interface Locals {
      locale: 'id' | 'en';
      /** Asked at most once a request; absent until somebody asks. */
      viewer?: Promise<Viewer | null>;
    }
    interface Platform {
      req: import('node:http').IncomingMessage;
    }
  }
}

export {};
