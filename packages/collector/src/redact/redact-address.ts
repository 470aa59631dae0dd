import { hideUserInUrl } from './hide-user-in-url.js';
import { numbersInAddress } from './numbers-in-address.js';

/** A web address without names of users and numbers of people; the same text when there are none. */
export const redactAddress = (url: string): string => numbersInAddress(hideUserInUrl(url));
