/**
 * Options of everything a person does by a button: it is done now or said to be not done now. By default an act made
 * offline would wait unseen and happen later, perhaps never, while the page looks as if it were done.
 */
export const actNow = { networkMode: 'always' } as const;
