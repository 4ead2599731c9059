export { FloorwalkCustomerComposer } from './customer-composer.ts';
export { defineCustomerComposer } from './define.ts';
