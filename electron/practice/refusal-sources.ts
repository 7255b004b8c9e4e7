/** Where a refusal comes from that no page has. */
export const NOTHING_PUBLISHED = 'no published answer found; the page lists only the success status';
export const STATUS_ONLY = 'Microsoft Graph error responses: the status is documented, the code is not';
