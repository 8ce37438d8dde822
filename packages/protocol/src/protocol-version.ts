/**
 * Number of the wire protocol. A change of any message needs a new number and a line here; a test hashes the schemas
 * and fails until it is done.
 *
 * 1  first version
 * 2  strokes grow by points and travel packed, pointers move by differences, digests, rules, resume without a snapshot
 * 3  the answer to a join says which moment a board was set back to; pages that were lost with own work on them, whether pointers
 *    are told, what of the page a person has on the screen, whether a school looks first; browsers of version 2 pass over all of it
 * 4  a school's hours and the pages that only staff change are told with the rules; edits are refused with OUTSIDE_HOURS and LOCKED
 * 5  rules say whose hours in the charter keep pupils from writing
 * 6  guests who look on are told with the rules
 * 7  level comment; comments and reactions are records of their own kind
 * 8  authors who are not on the board any more are told as such; rules say which schools have stopped
 *    everything; staff are told what of their own school's work is put away
 * 9  authors can be guests of a school, who are named for staff alone
 */
export const protocolVersion = 9;
/** The oldest version whose clients still work. */
export const oldestSupported = 2;
