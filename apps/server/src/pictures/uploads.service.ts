import { createHash } from 'node:crypto';

import { limits } from '@bridgeboard/domain';
import type { Asset, Board, UploadedAsset } from '@bridgeboard/protocol';
import type { AssetStore, BlobStore, Directory, ErasureList } from '@bridgeboard/storage';

import { refusedByCharter } from '../charter-of.ts';
import type { CharterOf } from '../charter-of.ts';
import { Refused } from '../http/refusal.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import { newId } from '../time-and-chance.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import type { MadePicture } from './make-picture.ts';
import type { PictureMaker } from './picture-maker.ts';
import type { PictureShelf } from './picture-shelf.ts';
import { lengthOf, readUpload } from './read-upload.ts';
import type { Upload } from './read-upload.ts';

interface Parts {
  readonly assets: AssetStore;
  readonly blobs: BlobStore;
  readonly erasures: Pick<ErasureList, 'all'>;
  readonly shelf: Pick<PictureShelf, 'keep'>;
  readonly boards: Pick<LiveBoards, 'open'>;
  readonly directory: Pick<Directory, 'pupil'>;
  readonly charterOf: CharterOf;
  readonly schoolBrief: SchoolBriefs;
  readonly maker: Pick<PictureMaker, 'make'>;
  readonly clock: Clock;
  readonly random: Random;
}

/** Whose upload it is, to which board, and what that browser calls it. */
interface About {
  readonly person: Person;
  readonly board: Board;
  readonly upload: string;
}

type Picture = Exclude<MadePicture, { refused: string }>;

const dayMs = 86_400_000;
/** Bytes of pictures that are being read or wait for their turn, over all people. */
const mostWaitingBytes = 64_000_000;
const busyForMs = 3_000;
/** Ids of records are as long as this. */
const nameLength = 21;

/** Takes pictures: never the file that was sent, only what its pixels are made into, and never its name. */
export class Uploads {
  readonly #parts: Parts;
  #waitingBytes = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Keeps a picture for a board. Throws `Refused` with what is wrong with it, or with the person's room for it. */
  async take(about: About, body: Upload): Promise<UploadedAsset> {
    const { person } = about;
    const known = await this.#parts.assets.uploadOf(person.id, about.upload);
    if (known !== null) return this.#again(about, known);
    const stop = (await this.#parts.boards.open(about.board.id)).refusalToWrite(person);
    if (stop !== null) throw new Refused(stop);
    const { charterOf, directory, schoolBrief } = this.#parts;
    const holds = await charterOf(about.board);
    if (holds.photos === 'never') throw await refusedByCharter('photos', { holds, schoolBrief });
    const pupil = person.role === 'pupil' ? await directory.pupil(person.id) : null;
    if (pupil?.consent.photoOnBoard === false) throw new Refused('PHOTO_NO_CONSENT');
    const length = lengthOf(body, limits[person.role].pictureBytes);
    await this.#checkRoom(about, length);
    if (this.#waitingBytes + length > mostWaitingBytes) throw new Refused('BUSY', { retryAfterMs: busyForMs });
    this.#waitingBytes += length;
    try {
      return factsOf(await this.#keep(about, await readUpload(body, length)));
    } finally {
      this.#waitingBytes -= length;
    }
  }

  /** The answer got lost on its way: it is given once more, for the same board alone. */
  #again({ board }: About, known: Asset): UploadedAsset {
    if (known.board !== board.id) throw new Refused('BAD_ID');
    return factsOf(known);
  }

  /** The board's room is shared out between its schools, so that nobody feels at the limit what the other school has (P28). */
  async #checkRoom({ person, board }: About, length: number): Promise<void> {
    const { assets, clock } = this.#parts;
    const today = await assets.countSince(person.id, clock.now() - dayMs);
    if (today >= limits[person.role].picturesPerDay) throw new Refused('PICTURES_TODAY');
    const share = Math.floor(limits.board.pictureBytes / Math.max(1, board.schools.length));
    if ((await assets.bytesOn(board.id, person.school)) + length > share) throw new Refused('QUOTA');
  }

  /** REL-22: first the bytes, then that there is a picture, then the answer. */
  async #keep(about: About, sent: Uint8Array): Promise<Asset> {
    const { erasures, maker, shelf } = this.#parts;
    const made = await maker.make(sent);
    if ('refused' in made) throw new Refused(made.refused);
    return shelf.keep(async () => {
      // Whoever was erased while the picture was being made leaves none behind.
      const isErased = (await erasures.all()).some(({ id }) => id === about.person.id);
      if (isErased) throw new Refused('SESSION_ENDED');
      return this.#write(about, made);
    });
  }

  async #write({ person, board, upload }: About, made: Picture): Promise<Asset> {
    const { assets, blobs, clock, random } = this.#parts;
    const [full, small] = await Promise.all([made.full, made.small].map((bytes) => putBlob(blobs, bytes)));
    if (!full || !small) throw new Error('a picture has two sizes');
    const { width, height } = made;
    const whose = { board: board.id, author: person.id, school: person.school, upload };
    const id = newId(random).slice(0, nameLength);
    const kind = { mimeType: 'image/webp', width, height, full, small } as const;
    const asset: Asset = { id, ...whose, ...kind, uploadedAt: clock.now(), isKept: false };
    await assets.create(asset);
    return asset;
  }
}

async function putBlob(blobs: BlobStore, bytes: Uint8Array): Promise<Asset['full']> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await blobs.put(hash, inOnePiece(bytes));
  return { hash, bytes: bytes.length };
}

async function* inOnePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** What a board, and the browser that uploaded it, know of a picture. */
export function factsOf({ id, mimeType, width, height, full }: Asset): UploadedAsset {
  return { id, mimeType, width, height, bytes: full.bytes };
}
