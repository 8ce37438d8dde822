export { openS3Blobs } from './open.ts';
