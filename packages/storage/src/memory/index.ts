export { openMemoryStorage } from './open.ts';
