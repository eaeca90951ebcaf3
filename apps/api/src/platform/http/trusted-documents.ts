import fs from 'node:fs';

/** Documents that were checked when the portal was built, by their digest (`sha256:…`). */
export class TrustedDocuments {
  readonly #file: string | null;
  #texts = new Map<string, string>();
  #readAt = 0;

  constructor(file: string | null) {
    this.#file = file;
  }

  /** The text of a document; undefined for one that nobody checked. */
  textOf(id: string): string | undefined {
    if (!this.#texts.has(id)) this.#readAgain();
    return this.#texts.get(id);
  }

  /** While the portal is being written its manifest changes under us. A file that did not change is not read twice. */
  #readAgain(): void {
    const changedAt = this.#file ? (fs.statSync(this.#file, { throwIfNoEntry: false })?.mtimeMs ?? 0) : 0;
    if (changedAt === this.#readAt) return;
    this.#texts = new Map(Object.entries(JSON.parse(fs.readFileSync(this.#file!, 'utf8')) as object));
    this.#readAt = changedAt;
  }
}
