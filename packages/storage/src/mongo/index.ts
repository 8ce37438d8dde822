export { openMongoStorage } from './open.ts';
