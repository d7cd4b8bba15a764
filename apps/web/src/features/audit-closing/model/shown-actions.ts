/** Which actions the address may ask for; all that are not closed where it asks for none. By itself, since every page loads it. */
export const SHOWN_ACTIONS = ['mine', 'overdue', 'waiting', 'closed'] as const;
