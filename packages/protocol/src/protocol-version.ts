/**
 * Number of the wire protocol. A change of any message needs a new number and a line here; a test hashes the schemas
 * and fails until it is done.
 *
 * 1  first version
 * 2  strokes grow by points and travel packed, pointers move by differences, digests, rules, resume without a snapshot
 */
export const protocolVersion = 2;
/** The oldest version whose clients still work. */
export const oldestSupported = 2;
