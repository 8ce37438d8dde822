const setting = { name: 'Id', issuer: 'https://id.example', clientId: 'id', clientSecret: 'secret', password: 'wrong' };

/** What requests about providers of sign-in say; nobody has one here, and no administrator the second factor for it. */
export const providerRequests = {
  'POST /api/auth/provider': { body: () => ({ school: null }) },
  'POST /api/school/provider': { body: () => setting },
  'POST /api/school/provider/remove': { body: () => ({ password: 'wrong' }) },
} as const;
