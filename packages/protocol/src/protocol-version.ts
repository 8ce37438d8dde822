/**
 * Number of the wire protocol. A change of any message needs a new number and a line here; a test hashes the schemas
 * and fails until it is done.
 *
 * 1  first version
 */
export const protocolVersion = 1;
/** The oldest version whose clients still work. */
export const oldestSupported = 1;
