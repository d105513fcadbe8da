import { testApp } from './matrix.ts';

testApp('next');
