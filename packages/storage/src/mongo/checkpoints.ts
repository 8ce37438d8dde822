import { checkpointManifest, type CheckpointManifest } from '@bridgeboard/protocol';
import { mongo, trusted, type Connection, type Model } from 'mongoose';
import { checkChunks } from '../checkpoint-chunks.ts';
import { fromJson, toJson } from '../stored-json.ts';
import { makeSchema } from './make-schema.ts';
import { upsert } from './upsert.ts';

interface Head {
  readonly _id: string;
  readonly seq: number;
  /** Names one putting of a checkpoint: its chunks carry it. */
  readonly put: string;
  readonly manifest: string;
}

interface Chunk {
  readonly board: string;
  readonly seq: number;
  readonly put: string;
  readonly place: number;
  readonly chunk: string;
}

const headShape = makeSchema<Head>({ _id: String, seq: Number, put: String, manifest: String });
const chunkShape = makeSchema<Chunk>({ board: String, seq: Number, put: String, place: Number, chunk: String }, [
  { board: 1, seq: 1, put: 1, place: 1 },
]);

/** Checkpoints: one document a board that names the newest whole one, and a document for each chunk. */
export class MongoCheckpoints {
  readonly #heads: Model<Head>;
  readonly #chunks: Model<Chunk>;

  constructor({ connection }: { connection: Connection }) {
    this.#heads = connection.model<Head>('checkpoints', headShape, 'checkpoints');
    this.#chunks = connection.model<Chunk>('checkpoint_chunks', chunkShape, 'checkpoint_chunks');
  }

  async put(manifest: CheckpointManifest, chunks: readonly string[]): Promise<void> {
    checkChunks(manifest, chunks);
    const text = toJson(checkpointManifest, manifest);
    const { board, seq } = manifest;
    const put = new mongo.ObjectId().toHexString();
    await this.#chunks.insertMany(chunks.map((chunk, place) => ({ board, seq, put, place, chunk })));
    const head = { $set: { seq, put, manifest: text } };
    const notNewer = { _id: board, seq: trusted({ $lte: seq }) };
    const isNewest = await upsert(() => this.#heads.updateOne(notNewer, head, { upsert: true }));
    // Chunks of a newer checkpoint that is still being put stay: its head is yet to come.
    if (isNewest) await this.#chunks.deleteMany({ board, seq: trusted({ $lte: seq }), put: trusted({ $ne: put }) });
    else await this.#chunks.deleteMany({ board, seq, put });
  }

  async remove(board: string): Promise<void> {
    await this.#heads.deleteOne({ _id: board });
    await this.#chunks.deleteMany({ board });
  }

  async latest(board: string): Promise<{ manifest: CheckpointManifest; chunks: string[] } | null> {
    const head = await this.#heads.findOne({ _id: board }).lean();
    if (head === null) return null;
    const { seq, put } = head;
    const manifest = fromJson(checkpointManifest, head.manifest, `checkpoint of board ${board}`);
    const chunks = await this.#chunks.find({ board, seq, put }).sort({ place: 1 }).lean();
    if (chunks.length === manifest.chunks) return { manifest, chunks: chunks.map(({ chunk }) => chunk) };
    // A newer one may have taken its chunks away between the two questions; else it is spoilt, and the journal has all.
    const now = await this.#heads.findOne({ _id: board }).lean();
    return now === null || now.put === put ? null : this.latest(board);
  }
}
