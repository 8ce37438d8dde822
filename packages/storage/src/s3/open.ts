import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CannotOpenStorage } from '../ports/errors.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import { S3BlobStore } from './s3-blob-store.ts';

/** Bytes in a bucket, and how to let go of it. */
export interface OpenedS3 {
  readonly blobs: BlobStore;
  readonly close: () => void;
}

const patience = { connectionTimeout: 5_000, requestTimeout: 20_000 } as const;

/**
 * Opens a bucket of any S3-compatible server by an address like `https://KEY:SECRET@host/bucket?region=eu-west-2`. Rejects with
 * `CannotOpenStorage` where the bucket is not there or may not be used; its words never hold the key.
 */
export async function openS3Blobs({ url }: { url: string }): Promise<OpenedS3> {
  const { origin, host, username, password, pathname, searchParams } = new URL(url);
  const bucket = pathname.slice(1);
  const client = new S3Client({
    endpoint: origin,
    region: searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    forcePathStyle: true,
    // Servers that are not Amazon's know nothing of its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: patience,
  });
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch {
    client.destroy();
    throw new CannotOpenStorage(`The bucket "${bucket}" on ${host} is not there, or may not be used.`);
  }
  return { blobs: new S3BlobStore({ client, bucket }), close: () => client.destroy() };
}
