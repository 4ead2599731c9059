/** One made-up conversation: who writes what in turn, `c` the customer and `a` the agent. */
export interface Script {
  readonly queue: 'billing' | 'delivery' | 'returns' | 'technical';
  readonly subject: string;
  readonly turns: readonly (readonly ['c' | 'a', string])[];
}

/** Written for the demonstration; no real person said any of it. */
export const scripts: readonly Script[] = [
  {
    queue: 'billing',
    subject: 'Charged twice for order 48213',
    turns: [
      ['c', 'I was charged twice for order 48213. 89.90 on Monday and 89.90 again this morning.'],
      ['a', 'Good morning. I see both charges; one looks like a reservation your bank has not released.'],
      ['c', 'My bank says both are booked. I have the statement in front of me.'],
      ['a', 'Thank you. I am asking our payments team and will be back in a moment.'],
      ['c', 'It has been a while. Rent goes out tonight and I need this money back. This is really bad.'],
      ['a', 'Payments confirmed one booking is wrong. I have refunded 89.90; it is with your bank tomorrow.'],
      ['c', 'Thank you, that helps a lot.'],
    ],
  },
  {
    queue: 'delivery',
    subject: 'Parcel marked delivered, not here',
    turns: [
      [
        'c',
        'My parcel says delivered at 10:12 but there is nothing at the door and my neighbours have nothing either.',
      ],
      ['a', 'I am sorry that it is missing. May I ask whether there is a side entrance or a locker in the building?'],
      ['c', 'No locker. I was at home all morning, nobody rang. I am really annoyed.'],
      ['a', 'I have asked the driver for the photo of the delivery. One moment.'],
      ['a', 'The photo shows another front door. A new parcel leaves today and arrives tomorrow before noon.'],
      ['c', 'Great, thanks for sorting it so fast.'],
    ],
  },
  {
    queue: 'returns',
    subject: 'Wrong size, exchange by Friday',
    turns: [
      ['c', 'Hi, the shoes are a size too small. Can I get 43 by Friday? It is for a wedding.'],
      ['a', 'Hello! We have 43 in stock. If I send it today it is with you on Thursday.'],
      ['c', 'Perfect. Do I send the others back first?'],
      ['a', 'No, keep them until the new pair is there. The return label is in the parcel.'],
      ['c', 'Wonderful, thank you!'],
    ],
  },
  {
    queue: 'technical',
    subject: 'Cannot sign in after the update',
    turns: [
      ['c', 'Since the update this morning the app says my password is wrong. It is not.'],
      ['a', 'Let us look. Which version does the app show under About?'],
      ['c', '7.2.1'],
      ['a', 'Thank you. 7.2.1 has a known fault with saved passwords. Please type it by hand once.'],
      ['c', 'I did. Same error. This is frustrating, I need the app for work.'],
      ['a', 'I have ended your other sessions. Please try again now.'],
      ['c', 'Now it works. Thanks.'],
    ],
  },
  {
    queue: 'billing',
    subject: 'New address on the invoice',
    turns: [
      ['c', 'Could you change the address on invoice 2209 before it is printed? We moved last week.'],
      ['a', 'Of course. What is the new address?'],
      ['c', 'Harbour Lane 12, second floor. The company name stays the same.'],
      ['a', 'Changed. You get the corrected invoice by mail today.'],
      ['c', 'Will my accountant get it too?'],
      ['a', 'Yes, both addresses on the account receive it.'],
    ],
  },
  {
    queue: 'delivery',
    subject: 'Delivery slot on Saturday',
    turns: [
      ['c', 'Is a delivery on Saturday possible? I work on weekdays.'],
      ['a', 'Yes, between 9 and 12, or 12 and 15. Which one suits you?'],
      ['c', '9 to 12 please.'],
      ['a', 'Booked for Saturday, 9 to 12. You get a message when the driver is 30 minutes away.'],
      ['c', 'Nice, thanks!'],
    ],
  },
  {
    queue: 'technical',
    subject: 'Where is my technician?',
    turns: [
      ['c', 'The technician was supposed to come between 8 and 10. It is half past ten.'],
      ['a', 'I am checking the route. One moment please.'],
      ['c', 'I took a day off for this. Terrible service, honestly.'],
      ['a', 'He is held up at a customer before you and arrives at 11:15. I am sorry for the lost morning.'],
      ['c', 'Can somebody compensate me for the day?'],
      ['a', 'I have credited the visit fee of 45.00 to your account.'],
      ['c', 'All right. Thank you.'],
    ],
  },
  {
    queue: 'returns',
    subject: 'Refund promised last week',
    turns: [
      ['c', 'I was promised a refund last Tuesday. Nothing has arrived. This is the third time I ask.'],
      ['a', 'Thank you for your patience. I see the promise; the transfer stopped because of a missing digit.'],
      ['c', 'Unbelievable. Why did nobody call me?'],
      ['a', 'That should have happened. May I have the number again?'],
      ['c', 'It ends with 4410.'],
      ['a', 'Thank you. The refund of 129.00 leaves today and is with you tomorrow.'],
      ['c', 'I hope so. Thanks.'],
    ],
  },
  {
    queue: 'billing',
    subject: 'Voucher is not accepted',
    turns: [
      ['c', 'The voucher SPRING15 is not accepted at the checkout.'],
      ['a', 'It is valid from 30.00 on. What is in your basket?'],
      ['c', 'A lamp for 28.50.'],
      ['a', 'I have made you one that works for this order: LAMP15.'],
      ['c', 'That is very kind, thank you!'],
    ],
  },
  {
    queue: 'technical',
    subject: 'Warranty for the dishwasher',
    turns: [
      ['c', 'My dishwasher is 23 months old and leaks. Is it still covered?'],
      ['a', 'Yes, for 24 months. Could you send me the serial number from the door?'],
      ['c', 'DW-7781-0423.'],
      ['a', 'Thank you. A technician can come on Thursday morning, free of charge.'],
      ['c', 'Thursday is fine.'],
      ['a', 'Booked. He calls half an hour before.'],
    ],
  },
  {
    queue: 'delivery',
    subject: 'Change the pick-up point',
    turns: [
      ['c', 'Can the parcel go to the shop on Mill Street instead?'],
      ['a', 'It can, as long as it has not left the depot. Your order number, please?'],
      ['c', '50917'],
      ['a', 'Done, it waits for you at Mill Street from tomorrow 10:00.'],
      ['c', 'Super.'],
    ],
  },
  {
    queue: 'returns',
    subject: 'Chair arrived with a broken leg',
    turns: [
      ['c', 'One of the two chairs has a broken leg. I am disappointed, this was a present.'],
      ['a', 'That is a pity. Would you like a new chair or only the leg?'],
      ['c', 'A new chair, please, as fast as possible.'],
      ['a', 'It leaves tonight and arrives the day after tomorrow. Keep the broken one, no need to return it.'],
      ['c', 'Good, thank you.'],
    ],
  },
];

/** Names of made-up customers. */
export const customers: readonly string[] = [
  'Marta Olsen',
  'Ruben Maas',
  'Aisha Rahimi',
  'Piotr Zając',
  'Grace Ndlovu',
  'Elena Duarte',
  'Samir Khoury',
  'Hanna Virtanen',
  'Noah Bennett',
  'Mina Park',
  'Rosa Iversen',
  'Joel Fagan',
  'Dina Lazar',
  'Petra Novak',
  'Ivo Marsh',
  'Carla Núñez',
  'Tariq Aziz',
  'Greta Holm',
  'Liam O’Connor',
  'Zoe Lambert',
];
