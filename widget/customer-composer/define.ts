import { define } from '../define/define.ts';
import { FloorwalkCustomerComposer } from './customer-composer.ts';

/** Registers `floorwalk-customer-composer`. */
export const defineCustomerComposer = (): boolean => define('floorwalk-customer-composer', FloorwalkCustomerComposer);
