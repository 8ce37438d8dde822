import type { ErrorCode } from '@bridgeboard/protocol';
import { Observable } from '@bridgeboard/sync-client';
import type { PictureOutbox } from '@bridgeboard/sync-client';

import { shrinkPicture } from './shrink-picture.ts';
import type { ShrunkPicture } from './shrink-picture.ts';

/** Where on the board a picture is to hang, in page units. */
export interface PicturePlace {
  readonly page: string;
  readonly x: number;
  readonly y: number;
  /** It is no wider and no higher than this. */
  readonly most: number;
}

/** A picture that was chosen and has no description yet. */
export interface PictureDraft extends ShrunkPicture {
  readonly upload: string;
  /** Shows it on this page; ends with the draft. */
  readonly url: string;
  readonly place: PicturePlace;
}

const nameLength = 21;
/** Pictures that are added together hang a little apart. */
const apart = 28;
const mostAtOnce = 10;

/** Pictures between the choosing and the sending: shrunk, and waiting for their author to say what they show. */
export class PictureDesk {
  readonly drafts = new Observable<readonly PictureDraft[]>([]);
  readonly outbox: PictureOutbox;
  readonly #owner: string;

  constructor({ outbox, owner }: { outbox: PictureOutbox; owner: string }) {
    this.outbox = outbox;
    this.#owner = owner;
  }

  /** Takes files that somebody chose, dropped or pasted. Answers the codes of those that are no pictures. */
  async take(files: readonly Blob[], place: PicturePlace): Promise<ErrorCode[]> {
    const refused: ErrorCode[] = [];
    for (const [at, file] of files.slice(0, mostAtOnce).entries()) {
      const made = await shrinkPicture(file);
      if (typeof made === 'string') refused.push(made);
      else this.#draft(made, { ...place, x: place.x + at * apart, y: place.y + at * apart });
    }
    return refused;
  }

  /** The author has said what it shows, or that it is decoration: it goes on its way. */
  describe(draft: PictureDraft, altText: string): void {
    const { upload, bytes, place } = draft;
    const factor = Math.min(1, place.most / Math.max(draft.width, draft.height));
    const [w, h] = [draft.width * factor, draft.height * factor];
    const box = { x: place.x - w / 2, y: place.y - h / 2, w, h };
    this.discard(draft);
    void this.outbox.add({ upload, owner: this.#owner, bytes, altText, page: place.page, box, at: Date.now() });
  }

  discard(draft: PictureDraft): void {
    URL.revokeObjectURL(draft.url);
    this.drafts.set(this.drafts.value.filter((other) => other !== draft));
  }

  #draft(picture: ShrunkPicture, place: PicturePlace): void {
    const upload = newName();
    this.drafts.set([...this.drafts.value, { ...picture, upload, url: URL.createObjectURL(picture.bytes), place }]);
  }
}

/** 126 random bits in as many letters as the ids of records have. */
function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = btoa(String.fromCodePoint(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').slice(0, nameLength);
}
