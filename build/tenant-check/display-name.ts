/** The name that the test token gets; the inventory may go on showing it. */
export const DISPLAY_NAME = 'Token Station tenant check';
