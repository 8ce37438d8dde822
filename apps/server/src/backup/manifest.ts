import * as z from 'zod';

/** Number of the form of a backup's folder. Old forms stay readable; each has a fixture. */
export const backupFormat = 1;

/** The file that makes a folder a backup; it is written last. */
export const manifestName = 'backup.json';
/** The instance's key beside the parts, unless it was left out. */
export const keyName = 'instance.key';
/** The folder of the bytes of pictures, each in a file that is named by its hash. */
export const blobFolder = 'blobs';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.object({
  name: z.string().regex(/^[a-z]+$/),
  /** Lines of JSON in `name.ndjson`. */
  count: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** SHA-256 of the file, hex. */
  sha256,
});

const blob = z.object({ bytes: z.int().positive(), sha256 });
export type BackedUpBlob = z.infer<typeof blob>;

export type BackedUpFile = z.infer<typeof file>;

/** What a folder says of itself first, so that a newer one can be told from a damaged one. */
export const manifestHead = z.looseObject({
  product: z.literal('bridgeboard'),
  format: z.int().positive(),
  version: z.string(),
});

/** `backup.json`. */
export const manifest = z.object({
  product: z.literal('bridgeboard'),
  format: z.literal(backupFormat),
  /** The product's own version that wrote it. */
  version: z.string(),
  /** The moment that everything in it is of, ms since 1970. */
  takenAt: z.number(),
  from: z.enum(['memory', 'sqlite', 'mongo']),
  keySha256: z.nullable(z.string()),
  files: z.array(file),
  /** Bytes that the pictures name, and no others. */
  blobs: z.array(blob),
});
export type Manifest = z.infer<typeof manifest>;
