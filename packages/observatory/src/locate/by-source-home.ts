import { NOWHERE, type RungStep, surely } from './world.js';

/** The neighbourhood that the whole source is about, such as a residents' page. */
export const bySourceHome: RungStep = ({ sourceId }, { homes }) => {
  const home = homes.get(sourceId);
  return home === undefined ? NOWHERE : surely([home]);
};
