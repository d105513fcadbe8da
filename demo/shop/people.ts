export interface Person {
  id: string;
  name: string;
  email: string;
  /** The account's custom fields in the help desk. */
  properties: Record<string, string>;
  orders: { kite: string; state: string }[];
}

/** Names, addresses and fields are chosen to break careless templates. */
export const PEOPLE: Person[] = [
  {
    id: 'brian',
    name: `Brian "B" O'Connor`,
    email: `brian.o'connor@example.com`,
    properties: {
      property_170: 'https://fairlead.example/customers?id=7&view="orders"',
      property_172: '188',
    },
    orders: [
      { kite: 'petrel', state: 'On its way, with a spare spar' },
      { kite: 'lantern', state: 'Flying since April' },
    ],
  },
  {
    id: 'zoe',
    name: 'Zoë <Müller> & Söhne',
    email: 'zoe&soehne@example.org',
    properties: {
      property_170: 'https://fairlead.example/customers?id=12&view=<all>',
      property_172: '189',
    },
    orders: [{ kite: 'plaice', state: 'Being sewn: the sail is cut' }],
  },
];

export function personById(id: string): Person | undefined {
  return PEOPLE.find((person) => person.id === id);
}
