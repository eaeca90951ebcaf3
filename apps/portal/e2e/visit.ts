import type { BrowserContext, Page } from '@playwright/test';
import type { VisitedPage } from './all-pages.ts';
import { signIn } from './signed-in.ts';

/** Opens a page as its reader, and follows the link that leads on. */
export async function visit(context: BrowserContext, { path, as, then }: VisitedPage): Promise<Page> {
  if (as) await signIn(context, as);
  const page = await context.newPage();
  await page.goto(path);
  if (!then) return page;
  await page.getByRole('main').getByRole('link', { name: then }).first().click();
  await page.waitForURL((url) => url.pathname !== path.split('?')[0]);
  return page;
}
