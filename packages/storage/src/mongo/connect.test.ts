import { describe, expect, it } from 'vitest';
import { databaseName } from './connect.ts';

describe('the database of an address', () => {
  it.each([
    ['mongodb://localhost', 'bridgeboard'],
    ['mongodb://localhost/', 'bridgeboard'],
    ['mongodb://localhost/?replicaSet=rs0', 'bridgeboard'],
    ['mongodb://localhost?replicaSet=rs0', 'bridgeboard'],
    ['mongodb://localhost:27017/school', 'school'],
    ['mongodb://u:p@a:1,b:2/school?w=1', 'school'],
    ['mongodb+srv://u:p@cluster.example/school', 'school'],
    ['mongodb://localhost/a%2Db', 'a-b'],
  ])('%s is %s', (url, name) => {
    expect(databaseName(url)).toBe(name);
  });
});
