import { testApp } from './matrix.ts';

testApp('solid');
