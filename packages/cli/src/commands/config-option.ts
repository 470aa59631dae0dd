/** The option that every command on a city takes. */
export const CONFIG_FLAG = '-c, --config <city.yaml>';
export const CONFIG_HELP = 'the city to work on';
