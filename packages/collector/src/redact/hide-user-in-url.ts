import { MARKS } from './hidden.js';

// Services whose first path segment is a person or page; their own words for other things are kept.
const PROFILE_FIRST =
  /^((?:https?:\/\/)?(?:[\w-]+\.)*(?:twitter|x|facebook|fb|instagram|tiktok|t|threads|snapchat|telegram|linktr)\.(?:com|net|me|ee)\/)(?!(?:i|p|s|c|hashtag|groups|events|watch|reel|reels|explore|share|sharer|story\.php|photo|photo\.php|permalink\.php|profile\.php|search|login|joinchat|tag|video|stories|in|home)(?:[/?#]|$))([^/?#\s]+)/iu;
// Path segments that announce a name, anywhere: /@name, /user/name, /users/name, /u/name, /profile/name, /in/name …
const NAMED = /(\/(?:users?|u|profiles?|members?|accounts?|in|stories|author|auteur)\/)([^/?#\s]+)/giu;
const AT_NAME = /(\/@)([^/?#\s]+)/gu;
const WHATSAPP = /((?:wa\.me|api\.whatsapp\.com)\/(?:send\/?\?phone=)?)\+?\d{6,}/giu;
const NAME_PARAMETER = /([?&](?:user(?:name)?|uid|user_?id|author|profile_id)=)([^&#\s]+)/giu;

/**
 * An address with the names of people in it replaced: user info before the host, profile paths, user parameters.
 * @returns the same text when it names nobody
 */
export const hideUserInUrl = (url: string): string =>
  url
    .replace(/^([a-z]+:\/\/)[^/?#\s]*@(?=[^/?#\s])/iu, '$1')
    .replace(PROFILE_FIRST, `$1${MARKS.user}`)
    .replace(AT_NAME, `$1${MARKS.user}`)
    .replace(NAMED, (whole, before: string, name: string) => (name === MARKS.user ? whole : `${before}${MARKS.user}`))
    .replace(WHATSAPP, `$1${MARKS.phone}`)
    .replace(NAME_PARAMETER, `$1${MARKS.user}`);
