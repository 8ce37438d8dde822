/**
 * Number of the wire protocol. A change of any message needs a new number and a line here; a test hashes the schemas
 * and fails until it is done.
 *
 * 1  first version
 * 2  strokes grow by points and travel packed, pointers move by differences, digests, rules, resume without a snapshot
 * 3  the answer to a join says which moment a board was set back to; browsers of version 2 pass over it
 * 4  a school's rules say whether its staff look at other schools' work first; browsers of version 3 pass over it
 */
export const protocolVersion = 4;
/** The oldest version whose clients still work. */
export const oldestSupported = 2;
