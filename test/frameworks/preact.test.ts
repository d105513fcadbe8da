import { testApp } from './matrix.ts';

testApp('preact');
