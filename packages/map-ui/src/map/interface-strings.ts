import type { Translator } from '../i18n/translator.js';

/** MapLibre's own words (its `locale` option) in the reader's language; `city` is the name of the city. */
export const interfaceStrings = (translator: Translator, city: string): Record<string, string> => ({
  'Map.Title': translator.say('map.label', { city }),
  'NavigationControl.ZoomIn': translator.say('map.zoomIn'),
  'NavigationControl.ZoomOut': translator.say('map.zoomOut'),
  'CooperativeGesturesHandler.WindowsHelpText': translator.say('map.scrollHelp'),
  'CooperativeGesturesHandler.MacHelpText': translator.say('map.scrollHelpMac'),
  'CooperativeGesturesHandler.MobileHelpText': translator.say('map.touchHelp'),
});
