import { expect, test, type Browser, type Page } from '@playwright/test';
import { PASSWORD, who, type Who } from './signed-in.ts';
import {
  approve,
  confirm,
  openFromQueue,
  recommend,
  score,
  sendProposal,
  signInAs,
  writeProposal,
} from './steps.ts';

/** The main job, from a published need to its answer, as people do it in the browser. */
test('a partner answers a need, the house reviews and approves, and the need shows it', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const title = `Lokakarya tutur kata di loket (${info.project.name})`;
  const approvedBefore = await approvedForNeed(browser);

  const partner = await signedIn(browser, 'university');
  const address = await writeProposal(partner, title, needTitle);
  await sendProposal(partner, 'Kecamatan Alak');
  const code = address.match(/USL-\d{4}-\d+/)![0];

  const secretariat = await signedIn(browser, 'secretariat');
  await openFromQueue(secretariat, title);
  await secretariat.getByRole('button', { name: 'Mulai telaah' }).first().click();
  await expect(secretariat.getByRole('status')).toBeVisible();

  await score(await signedIn(browser, 'reviewer1'), code);
  await score(await signedIn(browser, 'reviewer2'), code);
  await recommend(await signedIn(browser, 'reviewer1'), code);
  await approve(await signedIn(browser, 'approver'), code);
  await confirm(partner, code);

  expect(await approvedForNeed(browser)).toBe(approvedBefore + 1);
});

async function signedIn(browser: Browser, as: Who): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, who[as], PASSWORD);
  return page;
}

const needTitle = 'Komunikasi yang jelas dan ramah di loket pelayanan';

/** What the public page of the need says of approved answers. */
async function approvedForNeed(browser: Browser): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/kebutuhan');
  await page.getByRole('link', { name: needTitle }).click();
  const text = await page.getByText(/usulan masuk, \d+ disetujui/).innerText();
  return Number(/(\d+) disetujui/.exec(text)![1]);
}
