type Address = Pick<Location, 'pathname' | 'search'>;
type Past = Pick<History, 'replaceState'>;

let query = new URLSearchParams();

/** Takes the answer of a provider outside, which it can only put into the query, out of the address and the history. */
export function holdQuery({ pathname, search }: Address, past: Past): void {
  query = new URLSearchParams(search);
  past.replaceState(null, '', pathname);
}

/** What the provider answered: a code for this browser's question, or why not. */
export function heldQuery(): { code?: string; state: string; iss?: string; error?: string } {
  const [code, iss, error] = [query.get('code'), query.get('iss'), query.get('error')];
  const given = { ...(code === null ? {} : { code }), ...(iss === null ? {} : { iss }) };
  return { ...given, ...(error === null ? {} : { error }), state: query.get('state') ?? '' };
}
