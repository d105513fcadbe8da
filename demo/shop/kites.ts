export interface Kite {
  id: string;
  name: string;
  line: string;
  story: string;
  price: string;
  wind: string;
  span: string;
  skill: string;
}

export const KITES: Kite[] = [
  {
    id: 'petrel',
    name: 'Petrel',
    line: 'A delta that goes up when nothing else will.',
    story:
      'Wide, light and patient. The Petrel leaves your hand in the breath that comes before the breeze, and stays where you put it while you look for your sandwich.',
    price: '€ 84',
    wind: '6 to 20 km/h',
    span: '210 cm',
    skill: 'First kite',
  },
  {
    id: 'lantern',
    name: 'Lantern',
    line: 'A box kite in four panes of colour.',
    story:
      'Four windows of ripstop on ash sticks. It hums in a steady wind, folds flat under an arm, and looks like a lit house when the sun stands behind it.',
    price: '€ 118',
    wind: '15 to 38 km/h',
    span: '90 cm',
    skill: 'Some practice',
  },
  {
    id: 'plaice',
    name: 'Plaice',
    line: 'A diamond with a tail longer than the garden.',
    story:
      'The kite that children draw, taken at its word. Two sticks, one sail, and a tail of bows that you tie yourself from the offcuts that we put into the bag.',
    price: '€ 46',
    wind: '10 to 30 km/h',
    span: '100 cm',
    skill: 'First kite',
  },
  {
    id: 'sleeper',
    name: 'Sleeper',
    line: 'A sled without a single stick in it.',
    story:
      'It lives rolled up in a coat pocket until the wind opens it. There is nothing to break and nothing to lose, except the end of the line.',
    price: '€ 32',
    wind: '12 to 35 km/h',
    span: '75 cm',
    skill: 'First kite',
  },
  {
    id: 'gannet',
    name: 'Gannet',
    line: 'Two lines, two handles, and a temper.',
    story:
      'A stunt kite that turns on its wing tip and stops on a word. Stand on short grass, keep the children behind you, and take your rings off first.',
    price: '€ 162',
    wind: '14 to 45 km/h',
    span: '180 cm',
    skill: 'Sure hands',
  },
  {
    id: 'ray',
    name: 'Ray',
    line: 'A soft giant for an empty beach.',
    story:
      'Three metres of air in a skin of nylon. It swims rather than flies. Bring a friend, gloves, and something heavy to tie both of you to.',
    price: '€ 240',
    wind: '15 to 35 km/h',
    span: '300 cm',
    skill: 'Two people',
  },
];

export function kiteById(id: string): Kite | undefined {
  return KITES.find((kite) => kite.id === id);
}
