/** Our own header, written by the server itself: what the socket or the trusted proxies say of the caller's address. */
export const CLIENT_HEADER = 'x-plumbline-client';
