import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { blobStoreContract } from '../contract/blob-store.contract.ts';
import { CannotOpenStorage } from '../ports/errors.ts';
import { openS3Blobs } from './open.ts';

// Never S3_URL, which names a school's own pictures. A server for tests: `http://KEY:SECRET@127.0.0.1:PORT`.
const server = process.env['TEST_S3_URL'];

function addressOf(bucket: string): string {
  const url = new URL(server ?? '');
  url.pathname = `/${bucket}`;
  return url.href;
}

async function freshBucket(): Promise<string> {
  const { origin, username, password } = new URL(server ?? '');
  const credentials = { accessKeyId: username, secretAccessKey: password };
  const client = new S3Client({ endpoint: origin, region: 'us-east-1', credentials, forcePathStyle: true });
  const Bucket = `bridgeboard-test-${randomBytes(8).toString('hex')}`;
  await client.send(new CreateBucketCommand({ Bucket }));
  client.destroy();
  return addressOf(Bucket);
}

describe.skipIf(server === undefined)('s3', () => {
  blobStoreContract(async () => {
    const { blobs, close } = await openS3Blobs({ url: await freshBucket() });
    return { blobs, release: async () => close() };
  });

  it('a bucket that is not there keeps the server from starting, in words without a key', async () => {
    const opening = openS3Blobs({ url: addressOf('no-such-bucket') });
    await expect(opening).rejects.toThrow(CannotOpenStorage);
    await expect(opening).rejects.toThrow(/^The bucket "no-such-bucket" on 127\.0\.0\.1:\d+ is not there/);
  });
});
