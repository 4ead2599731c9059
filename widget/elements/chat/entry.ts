import type { CustomerNoticeParams } from '../../strings/customer/index.ts';

/** One line of what a customer reads. There is one plane for customers, so a line has none to name. */
export type CustomerEntry =
  | {
      readonly type: 'message';
      readonly id: string;
      readonly at: number;
      readonly from: {
        readonly kind: 'customer' | 'agent' | 'consultant' | 'bot';
        readonly name: string;
      };
      readonly text: string;
      /** For the customer's own: on its way, kept until there is a connection, arrived, or failed. */
      readonly status?: 'sending' | 'kept' | 'sent' | 'failed' | undefined;
    }
  | {
      readonly type: 'notice';
      readonly id: string;
      readonly at: number;
      readonly kind: string;
      readonly params: CustomerNoticeParams;
    };
