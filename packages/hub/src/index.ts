export type { Contest } from '@marsad/records';
